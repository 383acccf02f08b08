package fr.opalconnect.access;

import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An absence as it was typed.
///
/// @param back whether the button 'back again' was pressed
record AwayForm(String from, String until, String standIn, boolean back) {
    /// An absence that can be written down; no first day means back again.
    record Read(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable UUID standIn) {}

    /// @param standIns who may be chosen
    /// @return null when [#mistakes] has something to say
    @Nullable
    Read read(List<StaffMember> standIns) {
        if (back) {
            return new Read(null, null, null);
        }
        LocalDate first = day(from);
        return first == null || mistakes(standIns).any() ? null : new Read(first, day(until), chosen(standIns));
    }

    Mistakes mistakes(List<StaffMember> standIns) {
        List<Mistake> mistakes = new ArrayList<>();
        LocalDate first = day(from);
        LocalDate last = day(until);
        if (first == null) {
            mistakes.add(new Mistake("du", "access.away.from.missing"));
        }
        if ((!until.isBlank() && last == null) || (first != null && last != null && last.isBefore(first))) {
            mistakes.add(new Mistake("au", "access.away.until.wrong"));
        }
        if (!standIn.isBlank() && chosen(standIns) == null) {
            mistakes.add(new Mistake("remplacant", "access.away.stand-in.wrong"));
        }
        return new Mistakes(mistakes);
    }

    AwayView view(String action, boolean away, List<StaffMember> standIns) {
        return new AwayView(action, away, from, until, standIn, standIns, mistakes(standIns));
    }

    private @Nullable UUID chosen(List<StaffMember> standIns) {
        return standIns.stream()
                .map(StaffMember::id)
                .filter(id -> id.toString().equals(standIn))
                .findFirst()
                .orElse(null);
    }

    /// A day as browsers send it, or as people write it.
    private static @Nullable LocalDate day(String typed) {
        String iso = typed.strip().replaceFirst("^(\\d{2})/(\\d{2})/(\\d{4})$", "$3-$2-$1");
        try {
            return iso.isEmpty() ? null : LocalDate.parse(iso);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
