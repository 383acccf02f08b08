package fr.opalconnect.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a reply template can have filled in. The words stand in templates that landlords write: they never change.
enum Placeholder {
    TITLE("civilité"),
    FIRST_NAME("prénom"),
    LAST_NAME("nom"),
    REQUEST("demande"),
    DUE("échéance"),
    DWELLING("logement"),
    ADDRESS("adresse"),
    BALANCE("solde"),
    AGENCY("agence"),
    PHONE("téléphone"),
    ADVISER("conseiller");

    private static final Pattern WRITTEN = Pattern.compile("\\{([^{}\\n]{0,40})}");
    /// What could not be filled in stands between brackets, and is not sent.
    private static final Pattern OPEN = Pattern.compile("\\[[^\\]\\n]{1,40}\\?]");

    private final String word;

    Placeholder(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /// `{nom}`
    String written() {
        return "{" + word + "}";
    }

    /// The words between braces that are none of these.
    static List<String> unknownIn(String body) {
        List<String> unknown = new ArrayList<>();
        for (Matcher written = WRITTEN.matcher(body); written.find(); ) {
            if (of(written.group(1)) == null) {
                unknown.add(written.group());
            }
        }
        return unknown;
    }

    /// Fills in what is known; what is not becomes `[solde ?]`, for whoever answers to complete.
    static String fill(String body, Map<Placeholder, String> facts) {
        return WRITTEN.matcher(body)
                .replaceAll(written -> {
                    Placeholder placeholder = of(written.group(1));
                    String fact = placeholder == null ? null : facts.get(placeholder);
                    return Matcher.quoteReplacement(fact == null ? "[" + written.group(1) + " ?]" : fact);
                })
                // without a title there is one space too many
                .replaceAll(" {2,}", " ")
                .replace(" ,", ",");
    }

    /// The first thing in an answer that is still to be completed.
    static @Nullable String openIn(String answer) {
        Matcher open = OPEN.matcher(answer);
        return open.find() ? open.group() : null;
    }

    private static @Nullable Placeholder of(String word) {
        return Stream.of(values())
                .filter(each -> each.word.equals(word.strip()))
                .findFirst()
                .orElse(null);
    }
}
