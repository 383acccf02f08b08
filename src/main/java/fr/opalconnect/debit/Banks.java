package fr.opalconnect.debit;

import fr.opalconnect.kernel.Iban;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the bank of an IBAN is called: a second look for whoever typed it. Only the banks that most tenants of a French
/// landlord are with; no list of all of them may be had and given on.
final class Banks {
    private static final Map<String, String> FRENCH = read();

    private Banks() {}

    /// @return null when it is not known
    static @Nullable String nameOf(Iban iban) {
        return iban.value().startsWith("FR") ? FRENCH.get(iban.value().substring(4, 9)) : null;
    }

    private static Map<String, String> read() {
        try (InputStream in = Objects.requireNonNull(Banks.class.getResourceAsStream("banks.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableMap(line -> line.substring(0, 5), line -> line.substring(6)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
