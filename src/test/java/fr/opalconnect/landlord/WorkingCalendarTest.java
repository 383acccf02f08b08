package fr.opalconnect.landlord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.opalconnect.TestDatabase;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class WorkingCalendarTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static WorkingCalendar calendar;

    @BeforeAll
    static void threeAgencies() {
        DriverManagerDataSource source = new DriverManagerDataSource(TestDatabase.create());
        JdbcClient jdbc = JdbcClient.create(source);
        jdbc.sql("""
                        INSERT INTO landlord.agency (code, name, opening_hours) VALUES
                            ('LAO', 'Laon', 'du lundi au vendredi, 8 h 30 – 12 h et 13 h 30 – 17 h'),
                            ('SAM', 'Samedi', 'mardi au samedi 10h-12h'),
                            ('RDV', 'Rendez-vous', 'sur rendez-vous')
                        """).update();
        Agencies agencies = new Agencies(new AgencyTable(jdbc), InstantSource.system());
        calendar = new WorkingCalendar(agencies, "lun-ven 9:00-12:00 14:00-17:00");
    }

    @ParameterizedTest
    @CsvSource({
        // from, hours, agency, until
        "2026-11-23T09:00, 2,     , 2026-11-23T11:00", // within a morning
        "2026-11-23T11:00, 2,     , 2026-11-23T15:00", // over noon
        "2026-11-23T11:00, 1,     , 2026-11-23T12:00", // exactly to its end
        "2026-11-23T07:00, 1,     , 2026-11-23T10:00", // before it opens
        "2026-11-23T20:00, 1,     , 2026-11-24T10:00", // after it closed
        "2026-11-27T16:00, 2,     , 2026-11-30T10:00", // over a weekend
        "2026-11-28T10:00, 0,     , 2026-11-30T09:00", // no time at all: when it opens
        "2026-11-23T10:00, 0,     , 2026-11-23T10:00",
        "2026-12-24T16:00, 2,     , 2026-12-28T10:00", // Christmas, on a Friday
        "2026-05-13T16:00, 2,     , 2026-05-15T10:00", // Ascension Day
        "2026-04-03T16:00, 2,     , 2026-04-07T10:00", // Easter Monday; Good Friday is a working day here
        "2026-03-27T16:30, 1,     , 2026-03-30T09:30", // the clocks go forward on Sunday
        "2026-10-23T16:30, 1,     , 2026-10-26T09:30", // and back
        "2026-11-23T09:00, 18,    , 2026-11-25T17:00", // three days
        "2026-11-23T12:30, 1,  LAO, 2026-11-23T14:30",
        "2026-11-23T08:00, 7,  LAO, 2026-11-23T17:00",
        "2026-11-28T11:00, 2,  SAM, 2026-12-01T11:00",
        "2026-11-23T07:00, 1,  RDV, 2026-11-23T10:00", // hours nobody can read: the landlord's
        "2026-11-23T07:00, 1,  XXX, 2026-11-23T10:00",
    })
    void work_goes_on_only_while_the_agency_is_open(LocalDateTime from, int hours, String agency, LocalDateTime until) {
        assertThat(calendar.after(at(from), Duration.ofHours(hours), agency)).isEqualTo(at(until));
    }

    @Test
    void what_is_due_after_some_work_has_just_that_work_before_it_whatever_the_day_and_hour() {
        Instant end = at(LocalDateTime.parse("2027-01-05T00:00"));
        for (Instant from = at(LocalDateTime.parse("2026-01-01T00:00"));
                from.isBefore(end);
                from = from.plus(Duration.ofMinutes(397))) {
            for (String agency : List.of("LAO", "SAM", "RDV")) {
                Duration work = Duration.ofMinutes(1 + from.getEpochSecond() / 60 % 2000);
                Instant due = calendar.after(from, work, agency);
                assertThat(calendar.between(from, due, agency))
                        .as("%s of work at %s from %s", work, agency, from)
                        .isEqualTo(work);
            }
        }
    }

    @Test
    void a_year_has_as_many_hours_as_it_has_working_days() {
        List<LocalDate> holidays = Stream.of(
                        "01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11",
                        "12-25")
                .map(day -> LocalDate.parse("2026-" + day))
                .toList();
        long days = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !holidays.contains(day))
                .count();
        assertThat(days).isEqualTo(252);
        assertThat(calendar.between(
                        at(LocalDateTime.parse("2026-01-01T00:00")), at(LocalDateTime.parse("2027-01-01T00:00")), null))
                .isEqualTo(Duration.ofHours(6 * days));
    }

    @Test
    void nothing_lies_between_a_moment_and_an_earlier_one() {
        Instant now = at(LocalDateTime.parse("2026-11-23T10:00"));
        assertThat(calendar.between(now, now.minusSeconds(60), null)).isZero();
        assertThat(calendar.between(now, now, null)).isZero();
    }

    @Test
    void hours_in_the_settings_that_nobody_can_read_stop_the_program_with_an_example() {
        assertThatThrownBy(() -> new WorkingCalendar(null, "quand on peut"))
                .hasMessageContaining("opal.office.hours")
                .hasMessageContaining("lun-ven");
    }

    private static Instant at(LocalDateTime time) {
        return time.atZone(PARIS).toInstant();
    }
}
