package fr.opalconnect.transfer;

import fr.opalconnect.kernel.Money;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the QR code of a transfer says, by EPC069-12 version 2: a bank's app fills its form from it.
final class EpcCode {
    static final int MOST_BYTES = 331;

    private static final Money LARGEST = Money.ofCents(99_999_999_999L);

    private EpcCode() {}

    /// @param amount what to pay; null, or nothing owed, leaves it to the tenant
    static String text(TransferSettings landlord, Reference reference, @Nullable Money amount) {
        String stated =
                amount != null && amount.isPositive() && amount.compareTo(LARGEST) <= 0 ? "EUR" + amount.toEuros() : "";
        List<String> lines = List.of(
                "BCD",
                "002",
                "1", // UTF-8
                "SCT",
                landlord.bic(),
                landlord.name(),
                landlord.iban(),
                stated,
                "", // purpose
                reference.value());
        // Neither text nor information follow, so neither do their separators.
        String text = String.join("\n", lines);
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new IllegalStateException("a name of 70 characters fits");
        }
        return text;
    }
}
