package fr.opalconnect.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// From when the ERP's figures are, as the desk's bar says it.
///
/// @param figuresAt null before the first import
/// @param now       when the page is made
public record ErpState(@Nullable Instant figuresAt, Instant now) {
    /// The ERP sends every night: after this, somebody should ask why it did not.
    private static final Duration LATE = Duration.ofHours(36);

    /// `ERP : à jour 5 h 12`, `ERP : hier 5 h 12`, `ERP : en retard, 21/11/2026`
    public String sentence(Texts t) {
        Instant stands = figuresAt;
        if (stands == null) {
            return t.say("ui.desk.erp.never");
        }
        ZonedDateTime at = stands.atZone(Texts.ZONE);
        LocalDate today = now.atZone(Texts.ZONE).toLocalDate();
        if (late()) {
            return t.say("ui.desk.erp.late", t.shortDay(at.toLocalDate()));
        }
        return t.say(at.toLocalDate().equals(today) ? "ui.desk.erp.today" : "ui.desk.erp.yesterday", t.time(at));
    }

    public Tone tone() {
        return late() ? Tone.WARN : Tone.PLAIN;
    }

    private boolean late() {
        return figuresAt == null || figuresAt.plus(LATE).isBefore(now);
    }
}
