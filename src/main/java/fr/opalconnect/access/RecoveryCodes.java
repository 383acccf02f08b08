package fr.opalconnect.access;

import fr.opalconnect.platform.Secrets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Ten codes on paper, for the day somebody has no phone. Each opens once, in place of the phone's code.
@Component
class RecoveryCodes {
    static final int HOW_MANY = 10;

    /// Without letters and digits that look alike: nearly 5 bits each.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final InstantSource clock;

    RecoveryCodes(JdbcClient jdbc, Secrets secrets, InstantSource clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// In place of those there were.
    ///
    /// @return to be shown once: they are kept as hashes
    @Transactional
    List<String> renew(UUID staff) {
        forget(staff);
        List<String> codes = IntStream.range(0, HOW_MANY).mapToObj(i -> fresh()).toList();
        for (int i = 0; i < codes.size(); i++) {
            jdbc.sql("""
                            INSERT INTO access.staff_recovery_code (staff_id, number, hash)
                            VALUES (:staff, :number, :hash)
                            """)
                    .param("staff", staff)
                    .param("number", i + 1)
                    .param("hash", hash(staff, codes.get(i)))
                    .update();
        }
        return codes;
    }

    void forget(UUID staff) {
        jdbc.sql("DELETE FROM access.staff_recovery_code WHERE staff_id = :staff")
                .param("staff", staff)
                .update();
    }

    /// Uses one up.
    ///
    /// @return whether it was one of theirs, and not used before
    boolean use(UUID staff, String typed) {
        return jdbc.sql("""
                        UPDATE access.staff_recovery_code SET used_at = :now
                        WHERE staff_id = :staff AND hash = :hash AND used_at IS NULL
                        """)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("staff", staff)
                        .param("hash", hash(staff, typed))
                        .update()
                > 0;
    }

    int left(UUID staff) {
        return jdbc.sql("SELECT count(*) FROM access.staff_recovery_code WHERE staff_id = :staff AND used_at IS NULL")
                .param("staff", staff)
                .query(Integer.class)
                .single();
    }

    private static String fresh() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i == LENGTH / 2 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    private byte[] hash(UUID staff, String code) {
        String plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return secrets.mac("recovery codes", staff + "\n" + plain);
    }
}
