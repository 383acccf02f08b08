package fr.opalconnect.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.ui.QrCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /// The key of RFC 6238, appendix B, whose codes have eight digits: the last six are ours.
    private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void shows_the_codes_of_the_standard(long second, String code) {
        assertThat(Totp.code(KEY, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void takes_a_phone_that_is_one_step_ahead_or_behind_and_no_more() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = Totp.step(now);
        for (long drift = -1; drift <= 1; drift++) {
            assertThat(Totp.match(KEY, Totp.code(KEY, step + drift), now)).isEqualTo(step + drift);
        }
        assertThat(Totp.match(KEY, Totp.code(KEY, step - 2), now)).isNegative();
        assertThat(Totp.match(KEY, Totp.code(KEY, step + 2), now)).isNegative();
        assertThat(Totp.match(KEY, "", now)).isNegative();
    }

    @Test
    void writes_the_key_as_apps_read_it() {
        assertThat(Totp.base32("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(Totp.base32(KEY)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.address(KEY, "OPAL Connect’", "a.b@example.org"))
                .isEqualTo("otpauth://totp/OPAL%20Connect%E2%80%99:a.b%40example.org"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=OPAL%20Connect%E2%80%99");
    }

    @Test
    void makes_keys_of_160_bits_that_differ() {
        assertThat(Totp.freshKey()).hasSize(20).isNotEqualTo(Totp.freshKey());
    }

    @Test
    void draws_the_qr_code_with_its_quiet_border() {
        QrCode code = QrCode.of("otpauth://totp/x");
        assertThat(code.path()).startsWith("M4,4h7v1h-7z");
        assertThat(code.size()).isEqualTo(25 + 8);
    }
}
