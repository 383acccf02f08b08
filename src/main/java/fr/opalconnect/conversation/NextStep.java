package fr.opalconnect.conversation;

import fr.opalconnect.landlord.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who owes the next step after something happened, and by when. Decides only; writes nothing.
@Component
class NextStep {
    /// After somebody came by, the agency says within this working time how it went.
    private static final Duration AFTER_VISIT = Duration.ofHours(4);

    private final ConversationSettings settings;
    private final WorkingCalendar calendar;
    private final InstantSource clock;

    NextStep(ConversationSettings settings, WorkingCalendar calendar, InstantSource clock) {
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
    }

    Course opened(Kind kind, boolean urgent, @Nullable String agency) {
        return Course.agency(State.RECEIVED, due(kind, urgent, agency));
    }

    /// What is closed opens again; what was said to be done is not closed over words that nobody has answered.
    Course tenantWrote(Head head) {
        State state = head.isClosed() ? State.RECEIVED : head.state();
        Instant owed = head.course().dueAt();
        return Course.agency(state, owed != null ? owed : due(head));
    }

    /// @param next who is to do something now; null lets the kind decide
    Course staffAnswered(Head head, @Nullable Waiting next) {
        if (head.isClosed()) {
            return head.course();
        }
        State state = head.state() == State.RECEIVED ? State.TAKEN_ON : head.state();
        if (state == State.DONE) {
            return Course.tenant(state, closing());
        }
        Waiting who = next != null ? next : head.kind().isAnsweredByWords() ? Waiting.TENANT : Waiting.AGENCY;
        return switch (who) {
            case TENANT ->
                Course.tenant(
                        state,
                        head.kind().isAnsweredByWords() && state == State.TAKEN_ON
                                ? clock.instant().plus(settings.answerClosesAfter())
                                : null);
            case AGENCY, NOBODY -> Course.agency(state, due(head));
        };
    }

    Course moved(Head head, State to) {
        return switch (to) {
            case RECEIVED, TAKEN_ON, PLANNED -> Course.agency(to, due(head));
            case DONE -> Course.tenant(to, closing());
            case CLOSED -> Course.closed();
        };
    }

    Course offered(Head head) {
        return Course.tenant(head.state() == State.RECEIVED ? State.TAKEN_ON : head.state(), null);
    }

    Course chose(Head head, Slot slot) {
        return Course.agency(State.PLANNED, after(slot.endsAt(), AFTER_VISIT, head.agencyCode()));
    }

    private Instant due(Head head) {
        return due(head.kind(), head.urgent(), head.agencyCode());
    }

    private Instant due(Kind kind, boolean urgent, @Nullable String agency) {
        return after(clock.instant(), settings.answerWithin(kind, urgent), agency);
    }

    private Instant closing() {
        return clock.instant().plus(settings.closesAfter());
    }

    private Instant after(Instant from, Duration workingTime, @Nullable String agency) {
        return calendar.after(from, workingTime, agency);
    }
}
