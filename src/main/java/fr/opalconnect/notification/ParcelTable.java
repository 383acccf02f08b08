package fr.opalconnect.notification;

import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.platform.CodeText;
import fr.opalconnect.tenancy.Recipients;
import fr.opalconnect.tenancy.Recipients.Recipient;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads what waits to be sent, with what it says.
@Component
class ParcelTable {
    private final JdbcClient jdbc;
    private final ToldTable told;
    private final Recipients recipients;

    ParcelTable(JdbcClient jdbc, ToldTable told, Recipients recipients) {
        this.jdbc = jdbc;
        this.told = told;
        this.recipients = recipients;
    }

    /// @return null when it has ended already
    @Nullable
    Parcel findStaged(UUID id) {
        List<Told> says = told.in(id);
        return jdbc.sql("""
                        SELECT id, tenant_number, recipient, tries, valid_until FROM notification.delivery
                        WHERE id = :id AND state = 'STAGED'
                        """)
                .param("id", id)
                .query((row, index) -> {
                    TenantNumber tenant = new TenantNumber(row.getString("tenant_number"));
                    return new Parcel(
                            row.getObject("id", UUID.class),
                            tenant,
                            row.getString("recipient"),
                            row.getInt("tries"),
                            row.getObject("valid_until", OffsetDateTime.class).toInstant(),
                            Locale.FRENCH,
                            says);
                })
                .optional()
                .map(parcel -> parcel.in(language(parcel.tenant())))
                .orElse(null);
    }

    private Locale language(TenantNumber tenant) {
        Recipient recipient = recipients.of(List.of(tenant)).get(tenant);
        return CodeText.language(recipient == null ? null : recipient.language());
    }
}
