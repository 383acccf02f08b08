package fr.opalconnect.landlord;

import fr.opalconnect.kernel.StaffRole;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The staff's accounts.
@Component
class StaffTable {
    private static final String MEMBER = """
            SELECT id, name, email, role, agencies, adviser_code, away_from, away_until, stand_in,
                   closed_at IS NOT NULL AS closed
            FROM landlord.staff
            """;

    private final JdbcClient jdbc;

    StaffTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Nullable
    StaffMember find(UUID id) {
        return one(jdbc.sql(MEMBER + "WHERE id = :id").param("id", id));
    }

    @Nullable
    StaffMember byEmail(String email) {
        return one(jdbc.sql(MEMBER + "WHERE lower(email) = lower(:email) AND closed_at IS NULL")
                .param("email", email));
    }

    @Nullable
    StaffMember adviser(String code) {
        return one(jdbc.sql(MEMBER + "WHERE adviser_code = :code AND closed_at IS NULL")
                .param("code", code));
    }

    List<StaffMember> open() {
        return jdbc.sql(MEMBER + "WHERE closed_at IS NULL ORDER BY name")
                .query((row, index) -> read(row))
                .list();
    }

    List<StaffMember> of(String agency) {
        return jdbc.sql(MEMBER + """
                        WHERE closed_at IS NULL AND role <> 'ADMINISTRATOR' AND :agency = ANY(agencies) ORDER BY name
                        """)
                .param("agency", agency)
                .query((row, index) -> read(row))
                .list();
    }

    void add(StaffMember member, Instant now) {
        jdbc.sql("""
                        INSERT INTO landlord.staff (id, name, email, role, agencies, adviser_code, added_at)
                        VALUES (:id, :name, :email, :role, :agencies::text[], :adviser, :now)
                        """)
                .param("id", member.id())
                .param("name", member.name())
                .param("email", member.email())
                .param("role", member.role().name())
                .param("agencies", array(member.agencies()))
                .param("adviser", member.adviser())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void assign(UUID id, StaffRole role, List<String> agencies, @Nullable String adviser) {
        jdbc.sql("""
                        UPDATE landlord.staff SET role = :role, agencies = :agencies::text[], adviser_code = :adviser
                        WHERE id = :id
                        """)
                .param("role", role.name())
                .param("agencies", array(agencies))
                .param("adviser", adviser)
                .param("id", id)
                .update();
    }

    void away(UUID id, @Nullable LocalDate from, @Nullable LocalDate until, @Nullable UUID standIn) {
        jdbc.sql("""
                        UPDATE landlord.staff SET away_from = :from, away_until = :until, stand_in = :standIn
                        WHERE id = :id
                        """)
                .param("from", from)
                .param("until", until)
                .param("standIn", standIn)
                .param("id", id)
                .update();
    }

    void close(UUID id, Instant now) {
        jdbc.sql("UPDATE landlord.staff SET closed_at = :now WHERE id = :id AND closed_at IS NULL")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private static String[] array(List<String> agencies) {
        return agencies.toArray(String[]::new);
    }

    private static @Nullable StaffMember one(JdbcClient.StatementSpec query) {
        return query.query((row, index) -> read(row)).optional().orElse(null);
    }

    private static StaffMember read(ResultSet row) throws SQLException {
        Array agencies = row.getArray("agencies");
        return new StaffMember(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                StaffRole.valueOf(row.getString("role")),
                Arrays.asList((String[]) agencies.getArray()),
                row.getString("adviser_code"),
                row.getObject("away_from", LocalDate.class),
                row.getObject("away_until", LocalDate.class),
                row.getObject("stand_in", UUID.class),
                row.getBoolean("closed"));
    }
}
