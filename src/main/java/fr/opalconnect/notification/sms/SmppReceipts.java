package fr.opalconnect.notification.sms;

import fr.opalconnect.notification.sms.Receipt.Failure;
import fr.opalconnect.notification.sms.Receipt.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jspecify.annotations.Nullable;

/// Reads what a message centre tells of a message: by fields of their own where it sends them, else in the text that
/// SMPP 3.4 proposes in its appendix B and that each writes a little differently.
final class SmppReceipts {
    private static final int RECEIPT = 0x04;
    private static final int INTERMEDIATE = 0x20;

    private static final Pattern ID = field("id", "([^\\s:]+)");
    private static final Pattern STATE = field("stat(?:us)?", "([A-Za-z]+)");
    private static final Pattern ERROR = field("err(?:or)?", "(0x[0-9A-Fa-f]+|[0-9A-Za-z]+)");
    private static final Pattern DONE = field("done[ _]?date", "([0-9]{10}(?:[0-9]{2}){0,2})");
    private static final Pattern WORDS = Pattern.compile("\\btext\\s*:.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private SmppReceipts() {}

    /// @return null when it is no receipt, but something that a phone sent
    static @Nullable Receipt read(AbstractSmCommand told, byte[] body, ZoneId zone) {
        OptionalParameter payload = told.getOptionalParameter(Tag.MESSAGE_PAYLOAD);
        byte[] bytes =
                body.length == 0 && payload instanceof OptionalParameter.OctetString whole ? whole.getValue() : body;
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean marked = (told.getEsmClass() & (RECEIPT | INTERMEDIATE)) != 0;
        String id = text(told.getOptionalParameter(Tag.RECEIPTED_MESSAGE_ID));
        if (!marked && id == null && !looksLikeOne(text)) {
            return null;
        }
        Integer state = told.getOptionalParameter(Tag.MESSAGE_STATE) instanceof OptionalParameter.Byte one
                ? Integer.valueOf(one.getValue())
                : null;
        return read(text, id, state, number(told), zone);
    }

    private static boolean looksLikeOne(String text) {
        return ID.matcher(text).find() && STATE.matcher(text).find();
    }

    /// @param id    from a field of its own, else it is looked for in the text
    /// @param state `message_state`, from a field of its own
    static @Nullable Receipt read(
            String text, @Nullable String id, @Nullable Integer state, @Nullable String number, ZoneId zone) {
        // The message's own words come last, and may hold anything.
        String facts = WORDS.matcher(text).replaceFirst("");
        String reference = id == null ? first(ID, facts) : id;
        if (reference == null) {
            return null;
        }
        String told = first(STATE, facts);
        String said = told == null ? name(state) : told.toUpperCase(Locale.ROOT);
        String error = first(ERROR, facts);
        Outcome outcome = outcome(said);
        Failure failure = outcome == Outcome.FAILED ? failure(said, error) : null;
        return new Receipt(
                reference, number, outcome, failure, error == null ? said : said + " " + error, done(facts, zone));
    }

    private static Outcome outcome(String said) {
        if (said.startsWith("DELIV")) {
            return Outcome.DELIVERED;
        }
        return switch (said.length() < 4 ? said : said.substring(0, 4)) {
            case "UNDE", "EXPI", "DELE", "REJE", "FAIL", "SKIP" -> Outcome.FAILED;
            case "ENRO", "ACCE", "BUFF", "SCHE", "RETR" -> Outcome.ON_ITS_WAY;
            default -> Outcome.UNKNOWN;
        };
    }

    /// The networks' own numbers (3GPP TS 29.002), which most centres pass on; else what the state says.
    private static Failure failure(String said, @Nullable String error) {
        Failure known = switch (code(error)) {
            case 1, 5 -> Failure.NUMBER_UNKNOWN;
            case 6, 27 -> Failure.PHONE_OFF;
            case 9, 11, 12, 13, 21 -> Failure.BARRED;
            case 31, 32 -> Failure.PHONE_FULL;
            case 8, 34, 35, 36 -> Failure.NETWORK;
            default -> null;
        };
        if (known != null) {
            return known;
        }
        return switch (said.substring(0, 4)) {
            case "EXPI" -> Failure.EXPIRED;
            case "REJE", "DELE" -> Failure.REJECTED;
            default -> Failure.OTHER;
        };
    }

    private static int code(@Nullable String error) {
        if (error == null || error.length() > 6) {
            return 0;
        }
        try {
            return Integer.decode(error.startsWith("0x") ? error : error.replaceFirst("^0+(?=.)", ""));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String name(@Nullable Integer state) {
        String[] names = {
            "SCHEDULED",
            "ENROUTE",
            "DELIVRD",
            "EXPIRED",
            "DELETED",
            "UNDELIV",
            "ACCEPTD",
            "UNKNOWN",
            "REJECTD",
            "SKIPPED"
        };
        return state == null || state < 0 || state >= names.length ? "UNKNOWN" : names[state];
    }

    private static @Nullable Instant done(String facts, ZoneId zone) {
        String told = first(DONE, facts);
        if (told == null) {
            return null;
        }
        String pattern = told.length() == 14 ? "yyyyMMddHHmmss" : "yyMMddHHmmss".substring(0, told.length());
        try {
            return LocalDateTime.parse(told, DateTimeFormatter.ofPattern(pattern, Locale.ROOT))
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// The phone: the sender of a receipt; a centre that does not turn the addresses round leaves it where it was.
    private static @Nullable String number(AbstractSmCommand told) {
        for (String address : new String[] {told.getSourceAddr(), told.getDestAddress()}) {
            if (address != null && address.matches("\\+?[0-9]{8,15}")) {
                return address;
            }
        }
        return null;
    }

    private static @Nullable String text(@Nullable OptionalParameter field) {
        if (!(field instanceof OptionalParameter.OctetString told)) {
            return null;
        }
        String text = new String(told.getValue(), StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : null;
    }

    private static Pattern field(String name, String value) {
        return Pattern.compile("(?<![A-Za-z])" + name + "\\s*:\\s*" + value, Pattern.CASE_INSENSITIVE);
    }
}
