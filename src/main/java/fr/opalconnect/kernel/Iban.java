package fr.opalconnect.kernel;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The number of a bank account in the SEPA area, checked.
///
/// @param value capitals and digits, without spaces
public record Iban(String value) {
    /// The countries of the SEPA schemes, and how long their IBANs are (the registry of SWIFT, the list of the European
    /// Payments Council). Those of the French départements and collectivités overseas begin with FR.
    private static final Map<String, Integer> LENGTHS = lengths("""
            AD24 AL28 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IS26
            IT27 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24 SM27 VA22
            """);

    /// What is wrong with what somebody typed.
    public enum Flaw {
        MISSING,
        /// No two letters and two digits at its head, or a sign that no IBAN has.
        NOT_AN_IBAN,
        /// A country from which SEPA does not debit.
        COUNTRY,
        LENGTH,
        /// A digit is wrong, or two have changed places.
        CHECK
    }

    /// What came of reading it.
    public sealed interface Read {
        record Right(Iban iban) implements Read {}

        /// @param expected how long IBANs of that country are; 0 when that is not known
        record Wrong(Flaw flaw, int expected) implements Read {}
    }

    public Iban {
        if (flaw(value) != null) {
            throw new IllegalArgumentException("not an IBAN of the SEPA area");
        }
    }

    /// Reads it with spaces, dashes and dots anywhere, in capitals or not, with or without the word IBAN before it.
    public static Read read(String typed) {
        String value = Digits.western(typed)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}.\\-\u2010-\u2015:]", "")
                .replaceFirst("^IBAN", "");
        Flaw flaw = flaw(value);
        return flaw == null
                ? new Read.Right(new Iban(value))
                : new Read.Wrong(flaw, value.length() < 2 ? 0 : LENGTHS.getOrDefault(value.substring(0, 2), 0));
    }

    private static @Nullable Flaw flaw(String value) {
        if (value.isEmpty()) {
            return Flaw.MISSING;
        }
        if (!value.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]*")) {
            return Flaw.NOT_AN_IBAN;
        }
        Integer length = LENGTHS.get(value.substring(0, 2));
        if (length == null) {
            return Flaw.COUNTRY;
        }
        if (value.length() != length) {
            return Flaw.LENGTH;
        }
        return Mod97.of(value.substring(4) + value.substring(0, 4)) == 1 ? null : Flaw.CHECK;
    }

    /// `FR`
    public String country() {
        return value.substring(0, 2);
    }

    /// `FR76 3000 6000 0112 3456 7890 189`, for paper.
    public String grouped() {
        return value.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /// `FR76 •••• 0189`: enough to recognise one's own, too little to use another's.
    public String masked() {
        return value.substring(0, 4) + " •••• " + value.substring(value.length() - 4);
    }

    /// Nothing that prints it by accident.
    @Override
    public String toString() {
        return masked();
    }

    private static Map<String, Integer> lengths(String list) {
        Map<String, Integer> lengths = new HashMap<>();
        for (String each : list.strip().split("\\s+", -1)) {
            lengths.put(each.substring(0, 2), Integer.valueOf(each.substring(2)));
        }
        return Map.copyOf(lengths);
    }
}
