package fr.opalconnect.notification.sms;

import fr.opalconnect.notification.sms.Receipt.Failure;
import fr.opalconnect.notification.sms.Receipt.Outcome;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what OVHcloud knows of a message: `deliveryReceipt` says whether, `ptt` says why not, as its guide for API
/// users lists them.
final class OvhReceipts {
    private static final int SUCCESS = 1;
    private static final int FAILED = 2;
    private static final int ERROR = 16;

    private OvhReceipts() {}

    static Receipt read(String reference, JsonNode told) {
        int state = told.path("deliveryReceipt").asInt(0);
        int ptt = told.path("ptt").asInt(0);
        Outcome outcome = switch (state) {
            case SUCCESS -> Outcome.DELIVERED;
            case FAILED, ERROR -> Outcome.FAILED;
            default -> Outcome.ON_ITS_WAY;
        };
        return new Receipt(
                reference,
                told.path("receiver").asString(null),
                outcome,
                outcome == Outcome.FAILED ? failure(ptt) : null,
                "deliveryReceipt " + state + " ptt " + ptt,
                instant(told.path("deliveredAt").asString(null)));
    }

    private static Failure failure(int ptt) {
        return switch (ptt) {
            case 8 -> Failure.EXPIRED;
            case 23 -> Failure.NUMBER_UNKNOWN;
            case 24 -> Failure.PHONE_OFF;
            case 26 -> Failure.PHONE_FULL;
            case 21, 27, 33, 73, 74, 76, 202 -> Failure.BARRED;
            case 20, 28, 29 -> Failure.REJECTED;
            case 25, 39 -> Failure.NETWORK;
            default -> Failure.OTHER;
        };
    }

    /// Not all accounts tell it.
    private static @Nullable Instant instant(@Nullable String told) {
        try {
            return told == null ? null : OffsetDateTime.parse(told).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
