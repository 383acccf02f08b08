package fr.opalconnect.insurance;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why a certificate is refused: each is one press at the desk, and a sentence for the tenant.
enum Reason {
    UNREADABLE("illisible"),
    OTHER_HOME("autre-logement"),
    OTHER_PERIOD("autre-periode"),
    NO_CERTIFICATE("pas-une-attestation");

    private final String path;

    Reason(String path) {
        this.path = path;
    }

    /// As a form has it.
    String path() {
        return path;
    }

    String textKey() {
        return "insurance.reason." + word();
    }

    /// The key of what the tenant reads.
    String sentenceKey() {
        return "insurance.refused." + word();
    }

    static @Nullable Reason of(String path) {
        return Arrays.stream(values())
                .filter(reason -> reason.path.equals(path))
                .findFirst()
                .orElse(null);
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
