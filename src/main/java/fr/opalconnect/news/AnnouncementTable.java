package fr.opalconnect.news;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.news.Announcement.Kind;
import fr.opalconnect.tenancy.Area;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is announced.
@Component
class AnnouncementTable {
    private final JdbcClient jdbc;

    AnnouncementTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is shown now or will be.
    List<Announcement> ahead(Instant now) {
        return jdbc.sql("SELECT * FROM news.announcement WHERE withdrawn_at IS NULL AND ends_at > :now"
                        + " ORDER BY starts_at, id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, index) -> read(row))
                .list();
    }

    List<Announcement> of(SignedInStaff who, int most) {
        return jdbc.sql("""
                        SELECT * FROM news.announcement WHERE :all OR agency_code = ANY(:agencies)
                        ORDER BY ends_at DESC, id LIMIT :most
                        """)
                .param("all", who.seesAllAgencies())
                .param("agencies", who.agencies().toArray(String[]::new))
                .param("most", most)
                .query((row, index) -> read(row))
                .list();
    }

    @Nullable
    Announcement find(SignedInStaff who, UUID id) {
        return jdbc.sql("SELECT * FROM news.announcement WHERE id = :id AND (:all OR agency_code = ANY(:agencies))")
                .param("id", id)
                .param("all", who.seesAllAgencies())
                .param("agencies", who.agencies().toArray(String[]::new))
                .query((row, index) -> read(row))
                .optional()
                .orElse(null);
    }

    /// @return whether it was theirs to write
    boolean put(SignedInStaff who, Announcement one) {
        int rows = jdbc.sql("""
                        INSERT INTO news.announcement AS a
                            (id, kind, agency_code, city, estate, building, staircase, title_fr, text_fr, title_en, text_en,
                             starts_at, ends_at, shown_from, households, written_at, written_by)
                        VALUES (:id, :kind, :agency, :city, :estate, :building, :staircase, :titleFr, :textFr, :titleEn, :textEn,
                                :starts, :ends, :shown, :households, :at, :by)
                        ON CONFLICT (id) DO UPDATE
                        SET (kind, agency_code, city, estate, building, staircase, title_fr, text_fr, title_en, text_en,
                             starts_at, ends_at, shown_from, households, written_at, written_by)
                            = (excluded.kind, excluded.agency_code, excluded.city, excluded.estate, excluded.building,
                               excluded.staircase,
                               excluded.title_fr, excluded.text_fr, excluded.title_en, excluded.text_en,
                               excluded.starts_at, excluded.ends_at, excluded.shown_from, excluded.households,
                               excluded.written_at, excluded.written_by)
                        WHERE a.withdrawn_at IS NULL AND (:all OR a.agency_code = ANY(:agencies))
                        """)
                .param("all", who.seesAllAgencies())
                .param("agencies", who.agencies().toArray(String[]::new))
                .param("id", one.id())
                .param("kind", one.kind().name())
                .param("agency", one.area().agencyCode())
                .param("city", one.area().city())
                .param("estate", one.area().estate())
                .param("building", one.area().building())
                .param("staircase", one.area().staircase())
                .param("titleFr", one.titleFr())
                .param("textFr", one.textFr())
                .param("titleEn", one.titleEn())
                .param("textEn", one.textEn())
                .param("starts", one.startsAt().atOffset(ZoneOffset.UTC))
                .param("ends", one.endsAt().atOffset(ZoneOffset.UTC))
                .param("shown", one.shownFrom().atOffset(ZoneOffset.UTC))
                .param("households", one.households())
                .param("at", one.writtenAt().atOffset(ZoneOffset.UTC))
                .param("by", one.writtenBy())
                .update();
        return rows == 1;
    }

    void withdraw(UUID id, Instant now) {
        jdbc.sql("UPDATE news.announcement SET withdrawn_at = :now WHERE id = :id AND withdrawn_at IS NULL")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private static Announcement read(ResultSet row) throws SQLException {
        return new Announcement(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                new Area(
                        row.getString("agency_code"),
                        row.getString("city"),
                        row.getString("estate"),
                        row.getString("building"),
                        row.getString("staircase")),
                row.getString("title_fr"),
                row.getString("text_fr"),
                row.getString("title_en"),
                row.getString("text_en"),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                instant(row, "shown_from"),
                row.getInt("households"),
                instant(row, "written_at"),
                row.getString("written_by"),
                row.getObject("withdrawn_at") == null ? null : instant(row, "withdrawn_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
