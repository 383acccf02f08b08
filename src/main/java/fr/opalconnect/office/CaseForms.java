package fr.opalconnect.office;

import fr.opalconnect.attachment.Joined;
import fr.opalconnect.ui.Mistakes;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was typed into the forms of a conversation.
///
/// @param text      the answer; null is the draft that is kept
/// @param key       of the answer: sent again, it is the same message
/// @param note      whether it is a note for colleagues
/// @param joined    files that go with the answer
/// @param seen      until when the page had shown the thread; null is now
/// @param collision who answered meanwhile
/// @param slots     times to offer, as typed
record CaseForms(
        @Nullable String text,
        UUID key,
        boolean note,
        Joined joined,
        @Nullable Instant seen,
        @Nullable Collision collision,
        List<SlotRow> slots,
        Mistakes mistakes) {
    /// How many times one can offer at once.
    static final int ROWS = 3;

    /// Somebody answered between the page and the form.
    record Collision(String name, Instant at) {}

    /// A time as typed.
    record SlotRow(String day, String from, String until) {
        static final SlotRow EMPTY = new SlotRow("", "", "");

        boolean isEmpty() {
            return day.isBlank() && from.isBlank() && until.isBlank();
        }
    }

    static CaseForms fresh() {
        return slots(rows(), Mistakes.NONE);
    }

    static CaseForms answer(AnswerForm form, Joined joined, Mistakes mistakes) {
        return new CaseForms(form.text(), form.key(), form.isNote(), joined, form.seen(), null, rows(), mistakes);
    }

    static CaseForms slots(List<SlotRow> typed, Mistakes mistakes) {
        return new CaseForms(
                null, UUID.randomUUID(), false, Joined.nothing(Joined.DESKS_DOOR), null, null, typed, mistakes);
    }

    CaseForms collidingWith(Collision other) {
        return new CaseForms(text, key, note, joined, seen, other, slots, mistakes);
    }

    CaseForms saying(String other) {
        return new CaseForms(other, key, note, joined, seen, collision, slots, mistakes);
    }

    boolean offersSlots() {
        return slots.stream().anyMatch(row -> !row.isEmpty());
    }

    private static List<SlotRow> rows() {
        return Collections.nCopies(ROWS, SlotRow.EMPTY);
    }
}
