package fr.opalconnect.office;

import fr.opalconnect.conversation.Head;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Live;
import fr.opalconnect.platform.Looks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who is at which conversation. Every look is written into the log, once for each sitting; a draft is kept while it is
/// written, and tells colleagues that somebody answers already.
@Component
class Attendance {
    /// A page that renews itself is not another look; coming back after this is.
    private static final Duration SITTING = Duration.ofMinutes(30);
    /// After so long without a key nobody is writing.
    private static final Duration WRITING = Duration.ofSeconds(40);
    /// A draft keeps a while: people fall ill.
    static final Duration KEPT = Duration.ofDays(30);

    private final AttendanceTable table;
    private final Looks looks;
    private final Live live;
    private final InstantSource clock;

    Attendance(AttendanceTable table, Looks looks, Live live, InstantSource clock) {
        this.table = table;
        this.looks = looks;
        this.live = live;
        this.clock = clock;
    }

    /// Notes a look.
    ///
    /// @return what they had written before
    @Transactional
    public String look(SignedInStaff who, Head head) {
        Instant now = now();
        AttendanceTable.Seat seat = table.sit(head.id(), who.id(), who.name(), now, now.minus(SITTING));
        if (seat.isNew()) {
            looks.look(who, head.tenant().value(), "conversation", null);
        }
        return seat.draft();
    }

    /// Who else is writing an answer there.
    List<String> writing(SignedInStaff who, UUID conversation) {
        return table.writing(conversation, who.id(), now().minus(WRITING));
    }

    /// Whether they were let in to a conversation before.
    boolean wasThere(SignedInStaff who, UUID conversation) {
        return table.knows(conversation, who.id());
    }

    /// Keeps what is being written. Colleagues' pages are told when it begins and when it ends, not at each key.
    @Transactional
    public void keep(SignedInStaff who, UUID conversation, String draft) {
        Instant now = now();
        Instant before = table.keep(conversation, who.id(), draft, now);
        boolean wrote = before != null && before.isAfter(now.minus(WRITING.dividedBy(2)));
        if (wrote == draft.isEmpty()) {
            live.tell("conversation:" + conversation);
        }
    }

    /// Whole microseconds, as the database keeps them.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
