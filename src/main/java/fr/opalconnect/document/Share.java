package fr.opalconnect.document;

import fr.opalconnect.account.EntryKind;
import fr.opalconnect.account.Statement.Line;
import fr.opalconnect.kernel.Money;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The lines of a term that belong together on paper. The law wants rent and charges apart (article 21 of the act of
/// 6 July 1989).
record Share(Part part, List<Line> lines) {
    enum Part {
        RENT,
        CHARGES,
        /// What others pay, or the law takes off.
        AID,
        OTHER;

        static Part of(EntryKind kind) {
            return switch (kind) {
                case LOYER, STATIONNEMENT, SLS -> RENT;
                case EAU, CHAUFFAGE, ENTRETIEN, ORDURES_MENAGERES, REGULARISATION_CHARGES -> CHARGES;
                case APL, APL_RAPPEL, RLS -> AID;
                case PAIEMENT,
                        REJET_PRELEVEMENT,
                        PENALITE,
                        ECHEANCE_PLAN,
                        SOLDE_ANTERIEUR,
                        REMBOURSEMENT,
                        PLAN_APUREMENT,
                        DEPOT_GARANTIE,
                        REPARATIONS_LOCATIVES,
                        AUTRE -> OTHER;
            };
        }

        String textKey() {
            return "document.paper.share." + name().toLowerCase(Locale.ROOT);
        }
    }

    Share {
        lines = List.copyOf(lines);
    }

    /// Those that have lines, in the order of the paper.
    static List<Share> of(List<Line> lines) {
        return Stream.of(Part.values())
                .map(part -> new Share(
                        part,
                        lines.stream()
                                .filter(line -> Part.of(line.kind()) == part)
                                .toList()))
                .filter(share -> !share.lines().isEmpty())
                .toList();
    }

    Money total() {
        return sum(lines);
    }

    static Money sum(List<Line> lines) {
        return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }
}
