package fr.opalconnect.landlord;

import fr.opalconnect.landlord.OpeningHours.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Time as an agency counts it: only while it is open, and on no public holiday. By it an answer is due, and by it
/// answering is measured.
@Component
public class WorkingCalendar {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /// Two years without an open hour: nobody means that.
    private static final int FAR = 800;

    private final Agencies agencies;
    private final OpeningHours office;
    /// What the texts that were read say; there are a few dozen.
    private final Map<String, Optional<OpeningHours>> read = new ConcurrentHashMap<>();

    /// @param hours `opal.office.hours`, for agencies whose own opening hours are not written so that they can be read
    WorkingCalendar(Agencies agencies, @Value("${opal.office.hours}") String hours) {
        this.agencies = agencies;
        OpeningHours understood = OpeningHours.read(hours);
        if (understood == null) {
            throw new IllegalArgumentException("opal.office.hours can't be read: " + hours
                    + " (write them like this: lun-ven 9:00-12:00 14:00-17:00)");
        }
        this.office = understood;
    }

    /// When an agency has been open for so long, counted from a moment on.
    ///
    /// @param agency its code; null, or one that is not known, for the landlord's ordinary hours
    public Instant after(Instant from, Duration workingTime, @Nullable String agency) {
        OpeningHours hours = hours(agency);
        Duration left = workingTime.isNegative() ? Duration.ZERO : workingTime;
        LocalDate day = from.atZone(PARIS).toLocalDate();
        for (int days = 0; days < FAR; days++, day = day.plusDays(1)) {
            for (Span span : spans(hours, day)) {
                Instant begin = later(from, at(day, span.from()));
                Instant end = at(day, span.until());
                if (begin.isBefore(end)) {
                    Duration open = Duration.between(begin, end);
                    if (left.compareTo(open) <= 0) {
                        return begin.plus(left);
                    }
                    left = left.minus(open);
                }
            }
        }
        throw new IllegalArgumentException("no end of " + workingTime + " of work");
    }

    /// How long an agency was open between two moments; nothing when the second is not the later one.
    public Duration between(Instant from, Instant until, @Nullable String agency) {
        OpeningHours hours = hours(agency);
        Duration open = Duration.ZERO;
        LocalDate last = until.atZone(PARIS).toLocalDate();
        for (LocalDate day = from.atZone(PARIS).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            for (Span span : spans(hours, day)) {
                Instant begin = later(from, at(day, span.from()));
                Instant end = at(day, span.until());
                end = end.isAfter(until) ? until : end;
                if (begin.isBefore(end)) {
                    open = open.plus(Duration.between(begin, end));
                }
            }
        }
        return open;
    }

    private OpeningHours hours(@Nullable String code) {
        Agency agency = agencies.find(code);
        String text = agency == null ? null : agency.openingHours();
        return text == null
                ? office
                : read.computeIfAbsent(text, words -> Optional.ofNullable(OpeningHours.read(words)))
                        .orElse(office);
    }

    private static List<Span> spans(OpeningHours hours, LocalDate day) {
        return PublicHolidays.contains(day) ? List.of() : hours.on(day.getDayOfWeek());
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(PARIS).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
