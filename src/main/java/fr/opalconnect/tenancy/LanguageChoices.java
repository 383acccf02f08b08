package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.ui.Language;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The languages that tenants chose. [Tenancy#language()] has them, before what the ERP says.
@Component
public class LanguageChoices {
    private final JdbcClient jdbc;
    private final InstantSource clock;

    LanguageChoices(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// From now on, on every device and in every message.
    public void choose(TenantNumber tenant, Language language) {
        jdbc.sql("""
                        INSERT INTO tenancy.language_choice (tenant_number, language, chosen_at)
                        VALUES (:tenant, :language, :now)
                        ON CONFLICT (tenant_number) DO UPDATE SET language = :language, chosen_at = :now
                        """)
                .param("tenant", tenant.value())
                .param("language", language.code())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
