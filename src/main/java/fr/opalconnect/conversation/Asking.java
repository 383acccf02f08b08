package fr.opalconnect.conversation;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The short forms of the requests that stand ready: a choice, a line, and a few words. Their texts have the keys
/// `conversation.ask.<path>.…`.
@SuppressWarnings("ImmutableEnumChecker") // copied lists do not change
enum Asking {
    APPOINTMENT(Kind.APPOINTMENT, "calendar", Line.NEEDED, true, "agence", "telephone", "domicile"),
    CERTIFICATE(Kind.CERTIFICATE, "doc", Line.NONE, false, "loyer", "a-jour", "occupation", "autre"),
    ACCOUNT_QUESTION(Kind.ACCOUNT_QUESTION, "acct", Line.NONE, true),
    CONTACT_CHANGE(Kind.CONTACT_CHANGE, "phone", Line.NEEDED, false, "telephone", "courriel", "nom", "autre"),
    HOUSEHOLD_CHANGE(
            Kind.HOUSEHOLD_CHANGE,
            "people",
            Line.MAYBE,
            false,
            "naissance",
            "arrivee",
            "depart",
            "union",
            "separation",
            "deces"),
    REPAYMENT_PLAN(Kind.REPAYMENT_PLAN, "clock", Line.MAYBE, false, "3", "6", "9", "12", "18", "24"),
    TRANSFER(
            Kind.TRANSFER,
            "map",
            Line.MAYBE,
            false,
            "trop-petit",
            "trop-grand",
            "sante",
            "travail",
            "voisinage",
            "autre"),
    NOTICE_TO_QUIT(
            Kind.NOTICE_TO_QUIT,
            "out",
            Line.MAYBE,
            false,
            "trois-mois",
            "tendue",
            "emploi",
            "sante",
            "violences",
            "minima",
            "social");

    /// Whether a line is asked besides the choice and the words.
    enum Line {
        NONE,
        MAYBE,
        NEEDED
    }

    private final Kind kind;
    private final String icon;
    private final Line line;
    private final boolean words;
    private final List<String> choices;

    Asking(Kind kind, String icon, Line line, boolean words, String... choices) {
        this.kind = kind;
        this.icon = icon;
        this.line = line;
        this.words = words;
        this.choices = List.of(choices);
    }

    static @Nullable Asking at(String path) {
        return Arrays.stream(values())
                .filter(asking -> asking.kind.path().equals(path))
                .findFirst()
                .orElse(null);
    }

    Kind kind() {
        return kind;
    }

    String icon() {
        return icon;
    }

    String href() {
        return "/demandes/" + kind.path();
    }

    List<String> choices() {
        return choices;
    }

    boolean offers(@Nullable String choice) {
        return choice != null && choices.contains(choice);
    }

    boolean hasLine() {
        return line != Line.NONE;
    }

    boolean needsLine() {
        return line == Line.NEEDED;
    }

    boolean needsWords() {
        return words;
    }

    /// `conversation.ask.etalement.line`
    String textKey(String what) {
        return "conversation.ask." + kind.path() + "." + what;
    }
}
