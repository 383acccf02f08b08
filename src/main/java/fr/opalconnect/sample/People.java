package fr.opalconnect.sample;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Invented tenants.
final class People {
    private static final List<String> FIRST_NAMES = Lists.read("first-names.txt");
    private static final List<String> LAST_NAMES = Lists.read("last-names.txt");
    private static final List<String> LANGUAGES = List.of("ar", "tr", "pt", "en", "uk", "pl", "ro", "es");

    private People() {}

    record Name(String title, String first, String last) {}

    static Name name(Dice dice) {
        String drawn = dice.pick(FIRST_NAMES);
        String title = drawn.startsWith("F") ? "Mme" : "M.";
        return new Name(title, drawn.substring(2), dice.pick(LAST_NAMES));
    }

    /// @param lastName of the household, when this person shares it
    static Row.Tenant tenant(String number, @Nullable String lastName, Dice dice) {
        Name drawn = name(dice);
        Name name = lastName == null ? drawn : new Name(drawn.title(), drawn.first(), lastName);
        String language = dice.chance(0.91) ? "fr" : dice.pick(LANGUAGES);
        String email = dice.chance(0.56) ? email(name) : null;
        return new Row.Tenant(number, name.title(), name.first(), name.last(), Phones.asHeld(dice), email, language);
    }

    /// An address in a domain that nobody can own.
    static String email(Name name) {
        return plain(name.first()) + "." + plain(name.last()) + "@example.org";
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z-]", "")
                .toLowerCase(Locale.ROOT);
    }
}
