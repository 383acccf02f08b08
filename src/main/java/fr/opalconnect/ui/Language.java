package fr.opalconnect.ui;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the product can speak. Staff have French and English; tenants have each language of [#SPOKEN], which is put
/// there when its bundles say everything: a test holds them against the French ones.
public enum Language {
    FRENCH("fr", "Français", Locale.FRENCH),
    /// Short sentences and common words, for those who read French slowly. For browsers and figures it is French.
    EASY("facile", "Français facile", Locale.forLanguageTag("fr-x-facile")),
    ENGLISH("en", "English", Locale.UK),
    /// With the digits and months of the Maghreb, which are also those of France.
    ARABIC("ar", "العربية", Locale.forLanguageTag("ar-DZ-u-nu-latn")),
    SPANISH("es", "Español", Locale.forLanguageTag("es-ES")),
    PORTUGUESE("pt", "Português", Locale.forLanguageTag("pt-PT")),
    TURKISH("tr", "Türkçe", Locale.forLanguageTag("tr-TR")),
    UKRAINIAN("uk", "Українська", Locale.forLanguageTag("uk-UA")),
    /// Nobody's: French in Arabic letters and longer, made at run time, to see what such a language does to a page. No
    /// page offers it; the cookie `langue=miroir` shows it.
    MIRRORED("miroir", "Miroir", Locale.forLanguageTag("ar-DZ-u-nu-latn-x-miroir"));

    /// What tenants may choose, in this order; the first is the one that falls back.
    public static final List<Language> SPOKEN =
            List.of(FRENCH, EASY, ENGLISH, ARABIC, SPANISH, PORTUGUESE, TURKISH, UKRAINIAN);

    /// What the desk speaks.
    public static final List<Language> AT_THE_DESK = List.of(FRENCH, ENGLISH);

    private final String code;
    private final String ownName;
    private final Locale locale;

    Language(String code, String ownName, Locale locale) {
        this.code = code;
        this.ownName = ownName;
        this.locale = locale;
    }

    /// As bundles, cookies, the database and the ERP have it.
    public String code() {
        return code;
    }

    /// As its speakers call it.
    public String ownName() {
        return ownName;
    }

    /// As the desk calls it: `arabe`, `Arabic`.
    public String nameIn(Locale other) {
        return this == EASY ? ownName : locale.getDisplayLanguage(other);
    }

    /// For dates and figures, and what [#of(Locale)] knows it by.
    public Locale locale() {
        return locale;
    }

    /// For the attribute `lang`.
    public String tag() {
        return locale.getLanguage();
    }

    public boolean rightToLeft() {
        return this == ARABIC || this == MIRRORED;
    }

    /// French, plain or easy: what is written in French needs no translation.
    public boolean isFrench() {
        return this == FRENCH || this == EASY;
    }

    /// What papers are in for who reads this: the law knows French, and English is the courtesy we can vouch for.
    public Language onPaper() {
        return this == ENGLISH ? ENGLISH : FRENCH;
    }

    /// Null when nobody may choose it.
    public static @Nullable Language spoken(@Nullable String code) {
        for (Language language : SPOKEN) {
            if (language.code.equalsIgnoreCase(code)) {
                return language;
            }
        }
        return null;
    }

    /// What a database or the ERP names; French when it names nothing that we speak.
    public static Language of(@Nullable String code) {
        Language spoken = spoken(code);
        return spoken == null ? FRENCH : spoken;
    }

    /// Whose dates and figures these are; French when we know no such language.
    public static Language of(Locale locale) {
        for (Language language : values()) {
            if (language.locale.equals(locale)) {
                return language;
            }
        }
        for (Language language : values()) {
            if (language != EASY && language.tag().equals(locale.getLanguage())) {
                return language;
            }
        }
        return FRENCH;
    }

    /// The end of the key of a text that counts: CLDR's categories for whole numbers. What CLDR calls `other` is our
    /// `many`; Arabic from a hundred on, which it tells apart, is there too.
    String plural(long number) {
        long tens = number % 100;
        long ones = number % 10;
        return switch (this) {
            case FRENCH, EASY -> number < 2 ? "one" : "many";
            case ENGLISH, SPANISH, PORTUGUESE, TURKISH -> number == 1 ? "one" : "many";
            case UKRAINIAN ->
                ones == 1 && tens != 11 ? "one" : ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? "few" : "many";
            case ARABIC, MIRRORED ->
                number == 0
                        ? "zero"
                        : number == 1 ? "one" : number == 2 ? "two" : tens >= 3 && tens <= 10 ? "few" : "many";
        };
    }

    /// What a text that counts must have besides `one` and `many`; where `zero` is missing, `many` serves.
    Set<String> morePlurals() {
        return switch (this) {
            case UKRAINIAN -> Set.of("few");
            case ARABIC -> Set.of("two", "few");
            default -> Set.of();
        };
    }
}
