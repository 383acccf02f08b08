package fr.opalconnect.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What somebody typed into the search, taken apart: words, and what may be a number or an e-mail address.
///
/// @param words  plain, without the small words of an address
/// @param number the digits, when nothing but a number was typed; else empty
/// @param email  what holds an @, in small letters; else empty
record SearchTerms(List<String> words, String number, String email) {
    /// A phone number, a tenant's, a dwelling's or a lease's, in any spelling: `06 41 20`, `+33 6…`, `B0048213-1`.
    private static final Pattern NUMBER =
            Pattern.compile("(n[°ºo]\\s*)?[A-Za-z]{0,3}[ .-]?[+(]?[0-9][0-9 ./()_-]*[A-Za-z]?");

    /// People type them or not; the index does not hold them where they come from an address.
    private static final Set<String> SMALL = Set.of(
            "rue av avenue allee boulevard bd place square chemin impasse residence de du des la le les l d et m mme mr"
                    .split(" ", -1));

    /// Fewer digits are the beginning of half of all numbers.
    private static final int SHORTEST_PART = 4;

    private static final int SHORTEST_BEGINNING = 3;
    private static final int MOST_WORDS = 8;

    SearchTerms {
        words = List.copyOf(words);
    }

    static SearchTerms of(String typed) {
        String text = typed.strip();
        if (NUMBER.matcher(text).matches()) {
            return new SearchTerms(List.of(), text.replaceAll("^n[°ºo]\\s*", ""), "");
        }
        String email = Stream.of(text.split("\\s+", -1))
                .filter(part -> part.length() > 3 && part.contains("@"))
                .findFirst()
                .orElse("");
        List<String> all = Words.of(email.isEmpty() ? text : text.replace(email, " "));
        List<String> telling =
                all.stream().filter(word -> !SMALL.contains(word)).toList();
        return new SearchTerms(
                (telling.isEmpty() ? all : telling)
                        .stream().distinct().limit(MOST_WORDS).toList(),
                "",
                email.toLowerCase(Locale.ROOT));
    }

    /// One letter, or two digits, find everybody.
    boolean isTooShort() {
        return digits().length() < 2 && email.isEmpty() && words.stream().allMatch(word -> word.length() < 2);
    }

    boolean isNumber() {
        return !number.isEmpty();
    }

    /// A name begins with these.
    String nameBeginning() {
        return String.join(" ", words);
    }

    /// How a name looks in which one of the words begins a part, as a regular expression; empty without words.
    String named() {
        return words.isEmpty() ? "" : "(^| )(" + String.join("|", words) + ")";
    }

    /// What was typed is a whole number, or a whole word of each kind.
    String exactly() {
        if (number.isEmpty()) {
            return query(Map.of(), Map.of(), false);
        }
        return either(Stream.concat(ownNumbers(false), phoneOrPlace(false)).toList());
    }

    /// Numbers of tenants, leases and dwellings that begin so; after them phones, a part of which does.
    List<String> numbersBeginning() {
        boolean open = digits().length() >= SHORTEST_PART;
        return open
                ? List.of(
                        either(ownNumbers(true).toList()),
                        either(phoneOrPlace(true).toList()))
                : List.of();
    }

    /// Every word begins with what was typed.
    ///
    /// @param begun all words that begin so, where they are known: each is a lexeme, and meets the others in the
    ///              index. An open beginning has first to gather all that begins so.
    String beginning(Map<String, List<String>> begun) {
        return query(begun, Map.of(), true);
    }

    /// The same, but a word may also be one of those that look like it.
    String alike(Map<String, List<String>> begun, Map<String, List<String>> alike) {
        return query(begun, alike, true);
    }

    /// The same with the first three letters of each open word, which are a lexeme of their own: for an index that
    /// narrows by something else as well, and rows that are compared afterwards.
    static String narrow(String query) {
        return query.replaceAll("(?<=[( ])'w([a-z]{3})[a-z]+':\\*", "'x$1'");
    }

    /// Words that may be misspelt.
    List<String> spelt() {
        return words.stream().filter(word -> word.matches("[a-z]{4,}")).toList();
    }

    /// The digits typed, as a phone number is compared; the same rule as `tenancy.phone_digits`.
    String digits() {
        String kept = number.replaceAll("[^0-9+]", "");
        return kept.replaceFirst("^(\\+|00)(33|262|590|594|596)0?", "0").replaceAll("[^0-9]", "");
    }

    /// As the numbers of tenants, dwellings and leases are compared.
    String key() {
        return new fr.opalconnect.kernel.TenantNumber(number).lookupKey();
    }

    private Stream<String> ownNumbers(boolean open) {
        // '02-204' keeps its zero as a part of a dwelling's number.
        String part = number.replaceAll("[^0-9A-Za-z]", "");
        return Stream.of("t" + key(), "l" + key(), "d" + key(), "d" + part)
                .distinct()
                .map(lexeme -> lexeme(lexeme, open));
    }

    /// The other number may be a postcode, or a house number.
    private Stream<String> phoneOrPlace(boolean open) {
        return Stream.of(lexeme("p" + digits(), open), lexeme("w" + digits(), false));
    }

    private String query(Map<String, List<String>> begun, Map<String, List<String>> alike, boolean beginning) {
        List<String> each = new ArrayList<>();
        for (String word : words) {
            List<String> any = new ArrayList<>();
            boolean open = beginning && word.length() >= SHORTEST_BEGINNING && !word.matches("[0-9]+");
            if (open && word.length() == SHORTEST_BEGINNING) {
                any.add(lexeme("x" + word, false)); // the index has the first three letters of each word
            } else {
                any.add(lexeme("w" + word, open && !begun.containsKey(word)));
            }
            if (word.matches("[0-9]{4,}")) {
                Stream.of("t", "d", "l")
                        .map(kind -> kind + word.replaceFirst("^0+(?=.)", ""))
                        .forEach(number -> any.add(lexeme(number, false)));
                any.add(lexeme("p" + word, true));
            } else if (open && words.size() == 1) {
                any.add(lexeme("m" + word, true));
            }
            Stream.of(begun, alike)
                    .flatMap(others -> others.getOrDefault(word, List.of()).stream())
                    .forEach(other -> any.add(lexeme("w" + other, false)));
            each.add(either(any));
        }
        if (!email.isEmpty()) {
            each.add(lexeme("m" + email, beginning));
        }
        return String.join(" & ", each);
    }

    private static String either(List<String> any) {
        return any.stream().collect(Collectors.joining(" | ", "(", ")"));
    }

    /// A lexeme of a `tsquery`, quoted; what is typed cannot leave its quotes.
    static String lexeme(String text, boolean beginning) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'" + (beginning ? ":*" : "");
    }
}
