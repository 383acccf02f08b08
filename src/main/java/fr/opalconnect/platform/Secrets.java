package fr.opalconnect.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keys that this deployment makes for itself when it first needs them, kept in the database and shared by its nodes.
@Component
public class Secrets {
    private final JdbcClient jdbc;
    private final Map<String, SecretKeySpec> keys = new ConcurrentHashMap<>();

    Secrets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// HMAC-SHA-256 of a text under the key of that name.
    public byte[] mac(String keyName, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.computeIfAbsent(keyName, this::load));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is in every JDK", e);
        }
    }

    /// The key of that name for [Sealing].
    byte[] key(String keyName) {
        return keys.computeIfAbsent(keyName, this::load).getEncoded();
    }

    /// For good: what only that key opens is lost.
    void forget(String keyName) {
        jdbc.sql("DELETE FROM platform.secret WHERE name = :name")
                .param("name", keyName)
                .update();
        keys.remove(keyName);
    }

    private SecretKeySpec load(String name) {
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        jdbc.sql("INSERT INTO platform.secret (name, value) VALUES (:name, :value) ON CONFLICT DO NOTHING")
                .param("name", name)
                .param("value", fresh)
                .update();
        byte[] kept = jdbc.sql("SELECT value FROM platform.secret WHERE name = :name")
                .param("name", name)
                .query(byte[].class)
                .single();
        return new SecretKeySpec(kept, "HmacSHA256");
    }
}
