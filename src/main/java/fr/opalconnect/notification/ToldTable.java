package fr.opalconnect.notification;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.notification.Kind.Audience;
import fr.opalconnect.notification.Notifications.News;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.tenancy.Bells.Ring;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What tenants were told.
@Component
class ToldTable {
    static final String COLUMNS = "id, tenant_number, kind, facts, path, thing, phones, at";

    private final JdbcClient jdbc;
    private final InstantSource clock;

    ToldTable(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Writes down what was not told before, for those of the kind's audience; one round trip for however many.
    ///
    /// @param batch by which they are sent on together
    /// @return those that are new
    List<Ring> add(Kind kind, Collection<News> news, UUID batch) {
        return jdbc.sql("""
                        INSERT INTO notification.told (id, tenant_number, kind, key, facts, path, thing, phones, at, batch)
                        SELECT n.id, n.tenant, :kind, n.key, n.facts, n.path, coalesce(n.thing, n.id),
                               string_to_array(nullif(n.phones, ''), ' '), :now, :batch
                        FROM unnest(:ids, :tenants, :keys, :facts, :paths, :things, :phones)
                             AS n(id, tenant, key, facts, path, thing, phones)
                        WHERE :everybody OR EXISTS (SELECT FROM notification.reader r
                                                    WHERE r.tenant_number = n.tenant AND r.member)
                        ON CONFLICT DO NOTHING
                        RETURNING tenant_number, thing
                        """)
                .param("kind", kind.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("batch", batch)
                .param("everybody", kind.audience() == Audience.HOLDERS)
                .param("ids", news.stream().map(one -> Ids.next(clock)).toArray(UUID[]::new))
                .param("tenants", texts(news, one -> one.who().value()))
                .param("keys", texts(news, one -> one.facts().key()))
                .param(
                        "facts",
                        texts(
                                news,
                                one -> one.facts().values().stream()
                                        .map(Fact::line)
                                        .collect(Collectors.joining("\n"))))
                .param("paths", texts(news, one -> one.facts().path()))
                .param("things", news.stream().map(one -> one.facts().thing()).toArray(UUID[]::new))
                .param(
                        "phones",
                        texts(
                                news,
                                one -> one.facts().phones().stream()
                                        .map(Phone::e164)
                                        .collect(Collectors.joining(" "))))
                .query((row, index) -> new Ring(row.getString("tenant_number"), row.getObject("thing", UUID.class)))
                .list();
    }

    /// Something that is to be sent on.
    ///
    /// @param due whether it is of the batch that was asked for; else it waits too, and may go along
    record Pending(Told told, boolean due) {}

    /// What is to be sent on of a batch, and whatever else waits for the same tenants; nobody else takes it meanwhile.
    List<Pending> pending(UUID batch, int most) {
        return jdbc.sql("""
                        WITH due AS (
                            SELECT DISTINCT tenant_number FROM (
                                SELECT tenant_number FROM notification.told WHERE batch = :batch
                                ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED) first
                        )
                        SELECT %s, batch = :batch AS due FROM notification.told
                        WHERE batch IS NOT NULL AND tenant_number IN (SELECT tenant_number FROM due)
                        ORDER BY id FOR UPDATE SKIP LOCKED
                        """.formatted(COLUMNS))
                .param("batch", batch)
                .param("most", most)
                .query((row, index) -> new Pending(read(row), row.getBoolean("due")))
                .list();
    }

    boolean isPending(UUID batch) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM notification.told WHERE batch = :batch)")
                .param("batch", batch)
                .query(Boolean.class)
                .single();
    }

    /// It was decided how these go on.
    ///
    /// @param evening those among them that go into the e-mail of the day
    void done(Collection<UUID> ids, Collection<UUID> evening) {
        jdbc.sql(
                        "UPDATE notification.told SET batch = NULL, phones = NULL, evening = id = ANY(:evening) WHERE id = ANY(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .param("evening", evening.toArray(UUID[]::new))
                .update();
    }

    /// These go on later, together.
    void postpone(Collection<UUID> ids, UUID batch) {
        jdbc.sql("UPDATE notification.told SET batch = :batch WHERE id = ANY(:ids)")
                .param("batch", batch)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /// The latest first.
    List<Told> of(TenantNumber tenant, int most) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM notification.told WHERE tenant_number = :tenant"
                        + " ORDER BY at DESC, id DESC LIMIT :most")
                .param("tenant", tenant.value())
                .param("most", most)
                .query((row, index) -> read(row))
                .list();
    }

    /// What a delivery says.
    List<Told> in(UUID delivery) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM notification.told t"
                        + " JOIN notification.part p ON p.told_id = t.id WHERE p.delivery_id = :delivery ORDER BY t.id")
                .param("delivery", delivery)
                .query((row, index) -> read(row))
                .list();
    }

    void forgetBefore(Instant day) {
        jdbc.sql("DELETE FROM notification.told WHERE at < :day")
                .param("day", day.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String[] texts(Collection<News> news, Function<News, String> value) {
        return news.stream().map(value).toArray(String[]::new);
    }

    static Told read(ResultSet row) throws SQLException {
        String facts = row.getString("facts");
        Array phones = row.getArray("phones");
        return new Told(
                row.getObject("id", UUID.class),
                new TenantNumber(row.getString("tenant_number")),
                Kind.valueOf(row.getString("kind")),
                facts.isEmpty() ? List.of() : facts.lines().map(Fact::read).toList(),
                row.getString("path"),
                row.getObject("thing", UUID.class),
                phones == null
                        ? List.of()
                        : Stream.of((String[]) phones.getArray())
                                .map(number -> new Phone(number, Phone.Kind.MOBILE))
                                .toList(),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
