package fr.opalconnect.conversation;

import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import fr.opalconnect.ui.Tone;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The third question, how urgent, and all that is to be known before it is sent.
///
/// @param urgent     what was answered; null before
/// @param same       a neighbour's request about the same; null when there is none
/// @param by         somebody answers by then when it is urgent
/// @param byLater    and by then when it can wait
/// @param withOthers others hold the lease too
record ReportView(
        String owner,
        Trouble.Spot spot,
        Trouble trouble,
        @Nullable Boolean urgent,
        @Nullable SameTrouble same,
        Contact contact,
        Instant by,
        Instant byLater,
        boolean withOthers,
        boolean shared,
        Sheet sheet,
        Mistakes mistakes) {
    /// What the table proposes, until it was answered.
    boolean isChecked(boolean answer) {
        return urgent == null ? trouble.urgent() == answer : urgent == answer;
    }

    /// When somebody answers, beside each answer to the third question.
    String answers(Texts t, boolean urgently) {
        return t.say("conversation.report.answers", contact.name(), t.weekday(When.day(urgently ? by : byLater)));
    }

    String payer() {
        return "conversation.pays." + trouble.pays().name().toLowerCase(Locale.ROOT);
    }

    Tone payerTone() {
        return switch (trouble.pays()) {
            case TENANT, DEPENDS -> Tone.WARN;
            case LANDLORD -> Tone.GOOD;
        };
    }

    @Nullable
    String emergency() {
        Trouble.Emergency emergency = trouble.emergency();
        return emergency == null
                ? null
                : "conversation.emergency." + emergency.name().toLowerCase(Locale.ROOT);
    }
}
