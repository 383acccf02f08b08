package fr.opalconnect.sample;

/// What a ledger entry is, as the column `nature` of `ecritures.csv` has it.
/// A debit is what the tenant owes, a credit what has been paid or is granted.
public enum Nature {
    /// Base rent of the term. Debit.
    LOYER("Loyer principal"),
    /// Rent of a car park, a garage or a cellar. Debit.
    STATIONNEMENT("Loyer stationnement"),
    /// Advance on service charges: cold water. Debit.
    EAU("Provision eau froide"),
    /// Advance on service charges: heating and hot water. Debit.
    CHAUFFAGE("Provision chauffage"),
    /// Advance on service charges: upkeep of the common parts, lift, green spaces. Debit.
    ENTRETIEN("Provision entretien des parties communes"),
    /// Advance on service charges: household waste tax. Debit.
    ORDURES_MENAGERES("Provision ordures ménagères"),
    /// Solidarity rent supplement, for incomes over the ceiling. Debit.
    SLS("Supplément de loyer de solidarité"),
    /// Housing benefit, paid straight to the landlord. Credit.
    APL("Aide personnalisée au logement"),
    /// Back-pay of housing benefit. Credit; a debit when benefit is taken back.
    APL_RAPPEL("Rappel d’aide personnalisée au logement"),
    /// Solidarity rent reduction. Credit.
    RLS("Réduction de loyer de solidarité"),
    /// A payment of the tenant, whatever the method; the label says which. Credit.
    PAIEMENT("Paiement"),
    /// A direct debit that the bank returned; `annule` names the payment. Debit.
    REJET_PRELEVEMENT("Prélèvement rejeté"),
    /// The year's actual service charges against the advances. Debit, or credit when too much was advanced.
    REGULARISATION_CHARGES("Régularisation des charges"),
    /// A penalty, such as an income survey left unanswered. Debit.
    PENALITE("Pénalité : enquête sans réponse"),
    /// A debt moved out of the account into a repayment plan, which brings it back in instalments. Credit.
    PLAN_APUREMENT("Mise en place d’un plan d’apurement"),
    /// An instalment of a repayment plan, called with the term. Debit.
    ECHEANCE_PLAN("Échéance du plan d’apurement"),
    /// The balance with which the history begins, when it does not begin with the lease. Debit or credit.
    SOLDE_ANTERIEUR("Solde antérieur"),
    /// Money paid back to the tenant. Debit.
    REMBOURSEMENT("Remboursement"),
    /// Security deposit: debit when the lease begins, credit when it ends.
    DEPOT_GARANTIE("Dépôt de garantie"),
    /// Repairs charged to the tenant when the lease ends. Debit.
    REPARATIONS_LOCATIVES("Réparations locatives");

    private final String label;

    Nature(String label) {
        this.label = label;
    }

    /// Paid ahead for charges that are balanced once a year.
    boolean isAdvance() {
        return this == EAU || this == CHAUFFAGE || this == ENTRETIEN || this == ORDURES_MENAGERES;
    }

    /// What the landlord's ERP prints for it.
    public String label() {
        return label;
    }
}
