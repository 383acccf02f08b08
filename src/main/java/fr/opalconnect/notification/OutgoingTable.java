package fr.opalconnect.notification;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Stages what goes out, many at once.
@Component
class OutgoingTable {
    private final JdbcClient jdbc;

    OutgoingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Collection<Outgoing> all, Instant now) {
        jdbc.sql("""
                        INSERT INTO notification.delivery
                            (id, channel, tenant_number, recipient, message, shown, staged_at, valid_until)
                        SELECT o.id, o.channel, o.tenant, o.recipient, o.message, o.shown, :now, o.until::timestamptz
                        FROM unnest(:ids, :channels, :tenants, :recipients, :messages, :shown, :until)
                             AS o(id, channel, tenant, recipient, message, shown, until)
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ids", all.stream().map(Outgoing::id).toArray(UUID[]::new))
                .param("channels", texts(all, one -> one.channel().name()))
                .param("tenants", texts(all, one -> one.tenant().value()))
                .param("recipients", texts(all, Outgoing::recipient))
                .param("messages", all.stream().map(Outgoing::message).toArray(String[]::new))
                .param("shown", texts(all, Outgoing::shown))
                .param("until", texts(all, one -> one.validUntil().toString()))
                .update();
        List<Part> parts = all.stream()
                .flatMap(one -> one.told().stream().map(told -> new Part(told, one.id())))
                .toList();
        jdbc.sql("""
                        INSERT INTO notification.part (told_id, delivery_id)
                        SELECT told, delivery FROM unnest(:told, :deliveries) AS p(told, delivery)
                        """)
                .param("told", parts.stream().map(Part::told).toArray(UUID[]::new))
                .param("deliveries", parts.stream().map(Part::delivery).toArray(UUID[]::new))
                .update();
    }

    private record Part(UUID told, UUID delivery) {}

    private static String[] texts(Collection<Outgoing> all, Function<Outgoing, String> value) {
        return all.stream().map(value).toArray(String[]::new);
    }
}
