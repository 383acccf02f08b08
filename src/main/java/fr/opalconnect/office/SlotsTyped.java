package fr.opalconnect.office;

import fr.opalconnect.conversation.Slot;
import fr.opalconnect.office.CaseForms.SlotRow;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// Times to offer, read from their form: rows of `jour`, `de`, `a`.
///
/// @param times empty when there are mistakes
record SlotsTyped(List<SlotRow> rows, List<Slot.Times> times, Mistakes mistakes) {
    static SlotsTyped read(MultiValueMap<String, String> form, Instant now) {
        List<SlotRow> rows = new ArrayList<>();
        List<Slot.Times> times = new ArrayList<>();
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < CaseForms.ROWS; i++) {
            SlotRow row = new SlotRow(at(form, "jour", i), at(form, "de", i), at(form, "a", i));
            rows.add(row);
            if (row.isEmpty()) {
                continue;
            }
            Slot.Times read = times(row);
            if (read == null) {
                mistakes.add(new Mistake("jour-" + i, "office.slots.incomplete", i + 1));
            } else if (read.startsAt().isBefore(now)) {
                mistakes.add(new Mistake("jour-" + i, "office.slots.past", i + 1));
            } else {
                times.add(read);
            }
        }
        if (times.isEmpty() && mistakes.isEmpty()) {
            mistakes.add(new Mistake("jour-0", "office.slots.none"));
        }
        return new SlotsTyped(rows, mistakes.isEmpty() ? times : List.of(), new Mistakes(mistakes));
    }

    private static Slot.@Nullable Times times(SlotRow row) {
        try {
            LocalDate day = LocalDate.parse(row.day());
            Instant from =
                    day.atTime(LocalTime.parse(row.from())).atZone(Texts.ZONE).toInstant();
            Instant until =
                    day.atTime(LocalTime.parse(row.until())).atZone(Texts.ZONE).toInstant();
            return until.isAfter(from) ? new Slot.Times(from, until) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String at(MultiValueMap<String, String> form, String name, int index) {
        List<String> values = form.getOrDefault(name, List.of());
        return index < values.size() ? values.get(index).strip() : "";
    }
}
