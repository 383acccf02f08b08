package fr.opalconnect.document;

import fr.opalconnect.kernel.SignedInTenant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who said yes to electronic receipts, when, to which words.
@Component
class ConsentTable {
    private static final int MOST = 50;

    private final JdbcClient jdbc;

    ConsentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keepText(String sha256, String language, String words, OffsetDateTime now) {
        jdbc.sql("""
                        INSERT INTO document.consent_text (sha256, language, words, first_at)
                        VALUES (:sha256, :language, :words, :now) ON CONFLICT DO NOTHING
                        """)
                .param("sha256", sha256)
                .param("language", language)
                .param("words", words)
                .param("now", now)
                .update();
    }

    /// Of two presses at once, one counts: the other waits until the transaction ends.
    void hold(SignedInTenant who) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('document.consent ' || :tenant, 0))")
                .param("tenant", who.number().value())
                .query((row, index) -> true)
                .list();
    }

    void add(SignedInTenant who, UUID id, Consent consent) {
        jdbc.sql("""
                        INSERT INTO document.consent (id, tenant_number, given, at, text_sha256, actor)
                        VALUES (:id, :tenant, :given, :at, :sha256, :actor)
                        """)
                .param("id", id)
                .param("tenant", who.number().value())
                .param("given", consent.given())
                .param("at", consent.at().atOffset(ZoneOffset.UTC))
                .param("sha256", consent.textSha256())
                .param("actor", "tenant:" + who.number())
                .update();
    }

    /// The latest first.
    List<Consent> of(SignedInTenant who) {
        return jdbc.sql("""
                        SELECT given, at, text_sha256 FROM document.consent
                        WHERE tenant_number = :tenant ORDER BY at DESC, id DESC LIMIT :most
                        """)
                .param("tenant", who.number().value())
                .param("most", MOST)
                .query((row, index) -> new Consent(
                        row.getBoolean("given"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("text_sha256")))
                .list();
    }
}
