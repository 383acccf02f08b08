package fr.opalconnect.debit;

import fr.opalconnect.kernel.Iban;
import fr.opalconnect.ui.Fact;
import fr.opalconnect.ui.Texts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/// What a tenant signs, word for word: a title, names and values, and the scheme's own sentences. Kept as one text, of
/// which screen and paper are made, so that both show what was signed.
record Wording(String text) {
    private static final String BETWEEN = "\t";

    /// The facts, in their order.
    private static final List<String> LABELS =
            List.of("rum", "creditor", "ics", "holder", "address", "iban", "kind", "day");

    /// @param rum     the mandate's reference
    /// @param address the debtor's
    /// @param change  whether it is the account of a mandate that changes
    static Wording of(
            Texts t,
            DebitSettings settings,
            String rum,
            String holder,
            String address,
            Iban iban,
            int day,
            boolean change) {
        List<Fact> facts = List.of(
                new Fact(t.say("debit.wording.rum"), rum),
                new Fact(t.say("debit.wording.creditor"), settings.creditor() + ", " + settings.address()),
                new Fact(t.say("debit.wording.ics"), settings.ics()),
                new Fact(t.say("debit.wording.holder"), holder),
                new Fact(t.say("debit.wording.address"), address),
                new Fact(t.say("debit.wording.iban"), iban.masked()),
                new Fact(t.say("debit.wording.kind"), t.say("debit.wording.kind.recurrent")),
                new Fact(t.say("debit.wording.day"), t.say("debit.wording.day.of", day)));
        StringBuilder text = new StringBuilder(t.say(change ? "debit.wording.title.change" : "debit.wording.title"));
        facts.forEach(
                fact -> text.append('\n').append(fact.label()).append(BETWEEN).append(fact.value()));
        text.append("\n\n").append(t.say("debit.wording.authorise", settings.creditor()));
        text.append("\n\n").append(t.say("debit.wording.refund"));
        text.append("\n\n").append(t.say("debit.wording.notice", settings.notice()));
        return new Wording(text.toString());
    }

    /// What a signed text says, in words that bind nobody, for who reads neither of the languages we sign in.
    Wording translated(Texts t, DebitSettings settings, int day) {
        List<String> values = facts().stream().map(Fact::value).toList();
        StringBuilder words = new StringBuilder(t.say("debit.wording.title"));
        for (int i = 0; i < values.size(); i++) {
            String label = LABELS.get(i);
            String value = label.equals("kind")
                    ? t.say("debit.wording.kind.recurrent")
                    : label.equals("day") ? t.say("debit.wording.day.of", day) : values.get(i);
            words.append('\n')
                    .append(t.say("debit.wording." + label))
                    .append(BETWEEN)
                    .append(t.apart(value));
        }
        words.append("\n\n").append(t.say("debit.wording.authorise", settings.creditor()));
        words.append("\n\n").append(t.say("debit.wording.refund"));
        words.append("\n\n").append(t.say("debit.wording.notice", settings.notice()));
        return new Wording(words.toString());
    }

    String title() {
        return head().getFirst();
    }

    List<Fact> facts() {
        return head().stream()
                .skip(1)
                .map(line -> line.split(BETWEEN, 2))
                .map(pair -> new Fact(pair[0], pair[1]))
                .toList();
    }

    List<String> paragraphs() {
        return Arrays.stream(text.split("\n\n", -1)).skip(1).toList();
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every JDK", e);
        }
    }

    private List<String> head() {
        return Arrays.asList(text.split("\n\n", 2)[0].split("\n", -1));
    }
}
