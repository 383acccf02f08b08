package fr.opalconnect.insurance;

import fr.opalconnect.ui.Mistake;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The form of a certificate as it was filled in; its files come beside it.
///
/// @param cle      the form's own key
/// @param debut    the first day
/// @param fin      the last day
/// @param assureur who insures
record Typed(
        @Nullable String cle,
        @Nullable String debut,
        @Nullable String fin,
        @Nullable String assureur) {
    static final int LONGEST = 80;

    static Typed blank() {
        return new Typed(UUID.randomUUID().toString(), "", "", "");
    }

    Typed with(PeriodInPdf read) {
        return new Typed(cle, read.from().toString(), read.until().toString(), assureur);
    }

    UUID key() {
        if (cle == null || cle.isBlank()) {
            return UUID.randomUUID();
        }
        try {
            return UUID.fromString(cle);
        } catch (IllegalArgumentException e) {
            return UUID.nameUUIDFromBytes(cle.getBytes(StandardCharsets.UTF_8));
        }
    }

    String insurer() {
        return assureur == null ? "" : assureur.strip();
    }

    boolean hasNoDates() {
        return text(debut).isEmpty() && text(fin).isEmpty();
    }

    @Nullable
    LocalDate from() {
        return day(debut);
    }

    @Nullable
    LocalDate until() {
        return day(fin);
    }

    List<Mistake> mistakes(InsuranceSettings settings, LocalDate today) {
        List<Mistake> mistakes = new ArrayList<>();
        LocalDate from = from();
        LocalDate until = until();
        if (from == null) {
            mistakes.add(new Mistake("debut", "insurance.error.from"));
        }
        if (until == null) {
            mistakes.add(new Mistake("fin", "insurance.error.until"));
        } else if (until.isBefore(today)) {
            mistakes.add(new Mistake("fin", "insurance.error.past"));
        } else if (from != null && !from.isBefore(until)) {
            mistakes.add(new Mistake("fin", "insurance.error.order"));
        } else if (from != null && until.isAfter(settings.latest(from))) {
            mistakes.add(new Mistake("fin", "insurance.error.long", Integer.toString(settings.validity())));
        }
        if (insurer().length() > LONGEST) {
            mistakes.add(new Mistake("assureur", "insurance.error.insurer"));
        }
        return mistakes;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /// As browsers send it, or as people write it where the browser has no field for dates.
    private static @Nullable LocalDate day(@Nullable String typed) {
        String text = text(typed);
        String iso = text.matches("\\d{1,2}[/. -]\\d{1,2}[/. -]\\d{4}")
                ? text.replaceFirst("(\\d{1,2})[/. -](\\d{1,2})[/. -](\\d{4})", "$3-0$2-0$1")
                        .replaceAll("-0(\\d\\d)", "-$1")
                : text;
        try {
            LocalDate day = LocalDate.parse(iso);
            return day.getYear() < 2000 || day.getYear() > 2100 ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
