package fr.opalconnect.kernel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A telephone number that an ERP holds, read with the region of the tenant's dwelling.
///
/// @param e164 the number with its country code, `+33641207742`
/// @param kind whether a text message can reach it
public record Phone(String e164, Kind kind) {
    public enum Kind {
        MOBILE,
        LANDLINE
    }

    /// Numbers written 06… overseas belong to the département's own country code.
    private static final Map<String, String> OVERSEAS =
            Map.of("971", "GP", "972", "MQ", "973", "GF", "974", "RE", "976", "YT", "977", "GP", "978", "GP");

    /// The national prefixes of French mobiles, country code by country code. They stand here because a number
    /// must never be refused only because the library's tables do not know its newest blocks yet.
    private static final Map<Integer, String> MOBILE_PREFIXES =
            Map.of(33, "[67]", 262, "(69|63)", 590, "69", 594, "69", 596, "69");

    /// Reads a number as an ERP may hold it: `06.41.20.77.42`, `+33 6…`, `0033…`.
    ///
    /// @param postcode of the dwelling, which tells the region of a number without country code
    /// @return null when there is no number, or none that could be dialled
    public static @Nullable Phone parse(@Nullable String written, @Nullable String postcode) {
        if (written == null || written.isBlank()) {
            return null;
        }
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = util.parse(written, region(written, postcode));
            if (!util.isPossibleNumber(number)) {
                return null;
            }
            return new Phone(util.format(number, PhoneNumberFormat.E164), kindOf(util, number));
        } catch (NumberParseException e) {
            return null; // not a number at all: 'néant', 'voir fille', …
        }
    }

    private static Kind kindOf(PhoneNumberUtil util, PhoneNumber number) {
        String prefix = MOBILE_PREFIXES.get(number.getCountryCode());
        String national = util.getNationalSignificantNumber(number);
        if (prefix != null && national.matches(prefix + "[0-9]+")) {
            return Kind.MOBILE;
        }
        PhoneNumberType type = util.getNumberType(number);
        return type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE
                ? Kind.MOBILE
                : Kind.LANDLINE;
    }

    /// 0692 and its like name their region themselves, wherever the dwelling is.
    private static String region(String written, @Nullable String postcode) {
        String digits = written.replaceAll("[^0-9+]", "");
        if (digits.matches("0(692|693)[0-9]{6}")) {
            return "RE";
        }
        if (digits.matches("0639(?!98)[0-9]{6}")) { // 06 39 98 is kept for fiction, in metropolitan France
            return "YT";
        }
        if (digits.matches("0690[0-9]{6}")) {
            return "GP";
        }
        if (digits.matches("0694[0-9]{6}")) {
            return "GF";
        }
        if (digits.matches("0696[0-9]{6}")) {
            return "MQ";
        }
        String departement = postcode != null && postcode.length() >= 3 ? postcode.substring(0, 3) : "";
        return OVERSEAS.getOrDefault(departement, "FR");
    }

    /// `06 •• •• •• 42`: enough to recognise one's own number, too little to learn another's.
    public String masked() {
        String first = e164.startsWith("+33") ? "0" + e164.charAt(3) : "06";
        return first + " •• •• •• " + e164.substring(e164.length() - 2);
    }

    /// As people read it aloud: `06 41 20 77 42`.
    public String national() {
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        try {
            return util.format(util.parse(e164, null), PhoneNumberFormat.NATIONAL);
        } catch (NumberParseException e) {
            throw new IllegalStateException("not a number that parse() made", e);
        }
    }
}
