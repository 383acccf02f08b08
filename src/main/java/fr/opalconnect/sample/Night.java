package fr.opalconnect.sample;

import java.time.LocalDate;

/// What changes in one lease, its people and its account in the night after the export. A ledger entry never changes:
/// new ones are added.
final class Night {
    private final double share;
    private final Dice dice;

    Night(Recipe recipe, long lease) {
        this.share = recipe.night();
        this.dice = Dice.of(recipe.seed(), Dice.Topic.NIGHT, lease);
    }

    /// A night in which nothing happens: the cast stays as it is.
    static Night quiet() {
        return new Night(Recipe.demo(LocalDate.EPOCH), 0);
    }

    /// Whether this line is one of those that change.
    boolean touches() {
        return share > 0 && dice.chance(share);
    }

    /// The agency learnt a new telephone number.
    Row.Tenant tenant(Row.Tenant as) {
        return touches()
                ? new Row.Tenant(
                        as.number(),
                        as.title(),
                        as.firstName(),
                        as.lastName(),
                        Phones.pairs(Phones.mobile(dice), " "),
                        as.email(),
                        as.language())
                : as;
    }

    /// Someone gave notice, and the adviser typed the day.
    Row.Lease lease(Row.Lease as, LocalDate tonight) {
        return touches() && as.ends() == null
                ? new Row.Lease(
                        as.number(),
                        as.dwelling(),
                        as.starts(),
                        tonight.plusDays(30),
                        as.inAdvance(),
                        as.dueDay(),
                        as.method())
                : as;
    }

    /// New entries, as many as the share of those that the account has.
    void add(LeaseBook book, int entries) {
        if (share == 0) {
            return;
        }
        int wanted = (int) (entries * share + dice.share());
        for (int i = 1; i <= wanted; i++) {
            long owed = book.balance();
            if (owed > 0) {
                long amount = dice.chance(0.8) ? owed : owed / 2;
                book.postAtNight(Nature.PAIEMENT, book.lease().method().label, -amount, i);
            } else {
                long amount = 100L * dice.between(5, 120);
                book.postAtNight(Nature.REGULARISATION_CHARGES, "Régularisation d’eau", amount, i);
            }
        }
    }
}
