package fr.opalconnect.transfer;

import fr.opalconnect.platform.Secrets;
import fr.opalconnect.transfer.CamtFile.Booking;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What tells the same money told twice from two payments that look alike. Account numbers go in as keyed hashes only.
@Component
class LineKeys {
    private final Secrets secrets;

    LineKeys(Secrets secrets) {
        this.secrets = secrets;
    }

    byte[] account(String number) {
        return secrets.mac("transfer account", number);
    }

    /// @param times how often each key came in this statement: a bank may give a bundle's parts one number
    LineTable.Keys of(
            UUID statementId, int place, CamtFile.Statement statement, Booking booking, Map<String, Integer> times) {
        String iban = booking.debtorIban();
        byte[] debtor = iban == null ? null : account(iban.replaceAll("\\s", ""));
        String money = statement.account() + "\n" + booking.amount().toEuros() + "\n" + booking.bookedOn();
        String numbered = money + "\n" + booking.bankReference();
        int time = times.merge(numbered, 1, Integer::sum);
        // Without a number of the bank's nothing proves that it is the same: it counts as new, and somebody looks.
        String told = booking.bankReference() == null ? statementId + "\n" + place : numbered + "\n" + time;
        String twin = money + "\n" + booking.endToEnd() + "\n" + hex(debtor) + "\n" + Words.of(booking.text());
        return new LineTable.Keys(
                secrets.mac("transfer line", told), secrets.mac("transfer line", "twin\n" + twin), debtor);
    }

    /// Of all that a statement says, but not of when and in which file it says so.
    static byte[] content(CamtFile.Statement statement) {
        StringBuilder all = new StringBuilder();
        all.append(statement.opening()).append('\n').append(statement.closing()).append('\n');
        statement.bookings().forEach(booking -> all.append(booking).append('\n'));
        return sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every JDK", e);
        }
    }

    private static String hex(byte @Nullable [] bytes) {
        return bytes == null ? "" : HexFormat.of().formatHex(bytes);
    }
}
