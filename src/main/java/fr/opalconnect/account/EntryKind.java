package fr.opalconnect.account;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a ledger entry is, as the ERP's `nature` says it (docs/exchange.md lists them).
public enum EntryKind {
    /// Base rent.
    LOYER,
    /// Car park or garage.
    STATIONNEMENT,
    /// Service-charge advances by theme.
    EAU,
    CHAUFFAGE,
    ENTRETIEN,
    ORDURES_MENAGERES,
    /// Solidarity rent supplement, above an income.
    SLS,
    /// Housing benefit, paid to the landlord.
    APL,
    APL_RAPPEL,
    /// Solidarity rent reduction.
    RLS,
    PAIEMENT,
    /// A direct debit that the bank returned.
    REJET_PRELEVEMENT,
    /// The yearly balance of service charges, either way.
    REGULARISATION_CHARGES,
    PENALITE,
    /// An instalment of a repayment plan.
    ECHEANCE_PLAN,
    /// What stood on the account before the ERP's history begins.
    SOLDE_ANTERIEUR,
    REMBOURSEMENT,
    /// A debt moved out of the account into a repayment plan.
    PLAN_APUREMENT,
    /// Security deposit, either way.
    DEPOT_GARANTIE,
    /// Repairs charged when the lease ends.
    REPARATIONS_LOCATIVES,
    /// Anything else; the ERP's own label tells.
    AUTRE;

    static EntryKind of(String nature) {
        for (EntryKind kind : values()) {
            if (kind.name().equals(nature)) {
                return kind;
            }
        }
        return AUTRE;
    }

    /// The key of its plain words.
    public String textKey() {
        return "account.kind." + word();
    }

    /// The key of what it is and what it pays for.
    String whatKey() {
        return "account.what." + word();
    }

    /// The key of the usual reason why it changes from one month to the next; null for what comes once.
    @Nullable
    String reasonKey() {
        return switch (this) {
            case LOYER, STATIONNEMENT -> "account.reason.rent";
            case EAU, CHAUFFAGE, ENTRETIEN -> "account.reason.advance";
            case ORDURES_MENAGERES -> "account.reason.waste";
            case SLS -> "account.reason.sls";
            case APL -> "account.reason.apl";
            case RLS -> "account.reason.rls";
            default -> null;
        };
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
