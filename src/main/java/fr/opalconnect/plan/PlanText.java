package fr.opalconnect.plan;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.ui.Texts;
import java.util.List;

/// Terms in a sentence.
final class PlanText {
    private PlanText() {}

    /// `412,37 € en 6 mois : 5 fois 68,73 €, puis 68,72 €, du 10 janvier 2027 au 10 juin 2027`
    static String terms(Texts t, List<Terms.Part> parts) {
        Money whole = parts.stream().map(Terms.Part::amount).reduce(Money.ZERO, Money::plus);
        Money each = parts.getFirst().amount();
        Money last = parts.getLast().amount();
        String amounts = each.equals(last)
                ? t.say("plan.terms.alike", parts.size(), t.money(each))
                : t.say("plan.terms.last", parts.size() - 1, t.money(each), t.money(last));
        return t.say(
                "plan.terms",
                t.money(whole),
                parts.size(),
                amounts,
                t.longDay(parts.getFirst().dueOn()),
                t.longDay(parts.getLast().dueOn()));
    }

    static String terms(Texts t, Plan plan) {
        return terms(
                t,
                plan.instalments().stream()
                        .map(each -> new Terms.Part(each.dueOn(), each.amount()))
                        .toList());
    }
}
