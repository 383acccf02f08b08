package fr.opalconnect.transfer;

import fr.opalconnect.account.ComingPayments;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.transfer.CamtFile.Booking;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the bank takes back: the transfer that it told before counts no more, and whoever had seen it reads so.
@Component
class Reversals {
    private final LineTable lines;
    private final ReversalTable table;
    private final Matches matches;
    private final ComingPayments coming;
    private final Audit audit;

    Reversals(LineTable lines, ReversalTable table, Matches matches, ComingPayments coming, Audit audit) {
        this.lines = lines;
        this.table = table;
        this.matches = matches;
        this.coming = coming;
        this.audit = audit;
    }

    /// A line that is new, in the reader's transaction.
    ///
    /// @return whether it takes back a transfer that is known beyond doubt; else somebody is asked
    boolean begin(SignedInStaff who, Line line, Booking booking, byte @Nullable [] debtor) {
        if (!line.asksWhatItTakesBack() || line.doubt()) {
            return false;
        }
        Line told = table.told(line.id(), booking, debtor);
        return told != null && takeBack(who, line, told, "");
    }

    /// What the office may choose from.
    List<Line> mayBe(SignedInStaff who, Line line) {
        return who.seesAllAgencies() && line.asksWhatItTakesBack() ? table.mayBe(line.id()) : List.of();
    }

    /// The office says what a line takes back.
    @Transactional
    public Matches.Ending link(SignedInStaff who, UUID id, UUID original) {
        Line line = who.seesAllAgencies() ? lines.lock(id) : null;
        if (line == null) {
            return new Matches.Ending.NotFound();
        }
        if (original.equals(line.takesBack())) {
            return new Matches.Ending.Done();
        }
        Line taken = mayBe(who, line).stream()
                .filter(each -> each.id().equals(original))
                .findFirst()
                .orElse(null);
        return taken != null && takeBack(who, line, taken, who.name())
                ? new Matches.Ending.Done()
                : new Matches.Ending.NotNow(line.state());
    }

    private boolean takeBack(SignedInStaff who, Line line, Line offered, String by) {
        Line original = lines.lock(offered.id());
        if (original == null || !table.link(line.id(), original.id())) {
            return false;
        }
        Line.Match match = original.match();
        LeaseNumber lease = match == null ? null : match.lease();
        if (match != null) {
            matches.withdraw(match);
            coming.takeBack(match.id(), line.bookedOn());
        }
        matches.putAside(who, line, lease, by);
        if (original.state() != LineState.ASIDE) {
            matches.putAside(who, original, lease, by);
        }
        audit.note(who.actor(), "transfer taken back by the bank", lease == null ? null : lease.value());
        return true;
    }
}
