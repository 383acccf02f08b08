package fr.opalconnect.office;

import fr.opalconnect.tenancy.ContactTask;
import fr.opalconnect.ui.Texts;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/// The agency's tasks about contact details.
///
/// @param done one was just dealt with
record ContactTasksView(List<ContactTask> tasks, boolean done, LocalDate today) {
    static String reason(ContactTask task) {
        return "office.contact.reason."
                + task.request().reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String asked(Texts t, ContactTask task) {
        ZonedDateTime at = task.request().askedAt().atZone(Texts.ZONE);
        return t.say("office.contact.asked", t.longDay(at.toLocalDate()), t.time(at));
    }

    /// A task that is older than a working day or so stands out.
    boolean isOld(ContactTask task) {
        return task.request().askedAt().atZone(Texts.ZONE).toLocalDate().isBefore(today.minusDays(1));
    }
}
