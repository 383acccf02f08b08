package fr.opalconnect.news;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.news.Announcement.Kind;
import fr.opalconnect.tenancy.Area;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An announcement as it was typed.
///
/// @param id     of the one that is changed; made by the preview for a new one, so that sending twice is once
/// @param agence code of the agency; empty for everywhere
/// @param lieu   which of the agency's areas, as [#key] names them; empty for the whole agency
/// @param debut  as the browser's field gives it, `2026-11-26T08:00`, in Paris
record AnnouncementForm(
        @Nullable UUID id,
        String agence,
        String lieu,
        String nature,
        String titre,
        String texte,
        String titreEn,
        String texteEn,
        String debut,
        String fin,
        String visible) {
    static final int LONGEST_TITLE = 100;
    static final int LONGEST_TEXT = 1000;

    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    /// A field that a browser left out is one that nothing was typed into.
    AnnouncementForm {
        agence = text(agence);
        lieu = text(lieu);
        nature = text(nature);
        titre = text(titre);
        texte = text(texte);
        titreEn = text(titreEn);
        texteEn = text(texteEn);
        debut = text(debut);
        fin = text(fin);
        visible = text(visible);
    }

    static AnnouncementForm empty(SignedInStaff who, String agency, Instant now) {
        ZonedDateTime tomorrow = now.atZone(Texts.ZONE).plusDays(1).truncatedTo(ChronoUnit.DAYS);
        return new AnnouncementForm(
                null,
                agency,
                "",
                Kind.WORKS.name(),
                "",
                "",
                "",
                "",
                FIELD.format(tomorrow.withHour(8)),
                FIELD.format(tomorrow.withHour(12)),
                FIELD.format(now.atZone(Texts.ZONE)));
    }

    static AnnouncementForm of(Announcement one) {
        return new AnnouncementForm(
                one.id(),
                text(one.area().agencyCode()),
                one.area().estate() == null ? "" : key(one.area()),
                one.kind().name(),
                one.titleFr(),
                one.textFr(),
                text(one.titleEn()),
                text(one.textEn()),
                field(one.startsAt()),
                field(one.endsAt()),
                field(one.shownFrom()));
    }

    /// An estate, a building or a staircase, as the form names it.
    static String key(Area area) {
        String building = String.join("|", text(area.city()), text(area.estate()), text(area.building()));
        return area.staircase() == null ? building : building + "|" + area.staircase();
    }

    /// @param areas those of the agency: nothing else can be chosen
    Mistakes mistakes(SignedInStaff who, List<Area> areas, Instant now) {
        List<Mistake> all = new ArrayList<>();
        Area area = area(areas);
        if (area == null || !area.isOf(who)) {
            all.add(new Mistake("lieu", "news.error.area"));
        }
        if (titre.isBlank() || titre.length() > LONGEST_TITLE) {
            all.add(new Mistake("titre", "news.error.title", LONGEST_TITLE));
        }
        if (texte.isBlank() || texte.length() > LONGEST_TEXT) {
            all.add(new Mistake("texte", "news.error.text", LONGEST_TEXT));
        }
        if (titreEn.isBlank() != texteEn.isBlank()
                || titreEn.length() > LONGEST_TITLE
                || texteEn.length() > LONGEST_TEXT) {
            all.add(new Mistake("titreEn", "news.error.english"));
        }
        Instant starts = instant(debut);
        Instant ends = instant(fin);
        if (starts == null) {
            all.add(new Mistake("debut", "news.error.date"));
        }
        if (ends == null) {
            all.add(new Mistake("fin", "news.error.date"));
        } else if (starts != null && !ends.isAfter(starts)) {
            all.add(new Mistake("fin", "news.error.order"));
        } else if (!ends.isAfter(now)) {
            all.add(new Mistake("fin", "news.error.past"));
        }
        Instant shown = instant(visible);
        if (shown == null || (ends != null && !shown.isBefore(ends))) {
            all.add(new Mistake("visible", "news.error.shown"));
        }
        return new Mistakes(all);
    }

    /// Only when there are no mistakes.
    Announcement announcement(SignedInStaff who, List<Area> areas, UUID newId, Instant now, int households) {
        return new Announcement(
                id == null ? newId : id,
                kind(),
                java.util.Objects.requireNonNull(area(areas)),
                titre.strip(),
                texte.strip(),
                titreEn.isBlank() ? null : titreEn.strip(),
                texteEn.isBlank() ? null : texteEn.strip(),
                needed(debut),
                needed(fin),
                needed(visible),
                households,
                now,
                who.name(),
                null);
    }

    /// @return null when the agency has no such area
    @Nullable
    Area area(List<Area> areas) {
        if (agence.isEmpty()) {
            return lieu.isEmpty() ? Area.EVERYWHERE : null;
        }
        if (lieu.isEmpty()) {
            return Area.agency(agence);
        }
        return areas.stream().filter(area -> key(area).equals(lieu)).findFirst().orElse(null);
    }

    private Kind kind() {
        return List.of(Kind.values()).stream()
                .filter(kind -> kind.name().equals(nature))
                .findFirst()
                .orElse(Kind.EVENT);
    }

    private static Instant needed(String typed) {
        return java.util.Objects.requireNonNull(instant(typed));
    }

    private static @Nullable Instant instant(String typed) {
        try {
            return LocalDateTime.parse(typed).atZone(Texts.ZONE).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String field(Instant at) {
        return FIELD.format(at.atZone(Texts.ZONE));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
