package fr.opalconnect.sample;

import java.util.List;

/// How a tenant usually pays, as the column `mode_paiement` has it.
enum PaymentMethod {
    PRELEVEMENT("Prélèvement automatique", 62),
    VIREMENT("Virement", 12),
    CARTE("Paiement par carte bancaire", 10),
    CHEQUE("Chèque", 9),
    ESPECES("Versement en espèces", 7);

    /// What the ledger says of a payment made this way.
    final String label;
    private final int weight;

    PaymentMethod(String label, int weight) {
        this.label = label;
        this.weight = weight;
    }

    static PaymentMethod draw(Dice dice) {
        return dice.pick(List.of(values()), method -> method.weight);
    }
}
