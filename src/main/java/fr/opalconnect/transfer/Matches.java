package fr.opalconnect.transfer;

import fr.opalconnect.account.Coming;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.tenancy.TenantFiles;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Says whose the money of a line is: the rule when it is read, the office ever after. From then on the rent account
/// shows it as on its way, until the ERP has posted it.
@Component
class Matches {
    /// How an act ends.
    sealed interface Ending {
        /// It is so; also when it was so already.
        record Done() implements Ending {}

        /// There is no such line, or no such lease for whoever asks.
        record NotFound() implements Ending {}

        /// A colleague was faster.
        record NotNow(LineState state) implements Ending {}
    }

    static final String RULE = "rule";

    private final LineTable lines;
    private final MatchTable matches;
    private final Credits credits;
    private final TenantFiles files;
    private final Audit audit;
    private final Clock clock;

    /// When it is, and how long the ERP takes.
    @Component
    record Clock(InstantSource source, TransferSettings settings) {
        Instant now() {
            return source.instant();
        }

        /// When the ERP has posted what arrives now.
        LocalDate postedOn() {
            return now().atZone(Texts.ZONE).toLocalDate().plusDays(settings.postedIn());
        }
    }

    Matches(LineTable lines, MatchTable matches, Credits credits, TenantFiles files, Audit audit, Clock clock) {
        this.lines = lines;
        this.matches = matches;
        this.credits = credits;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /// A line that is new, in the reader's transaction.
    ///
    /// @param sure the lease that it is for beyond doubt; null when there is none
    void begin(SignedInStaff who, Line line, @Nullable LeaseNumber sure) {
        LineState state = sure == null ? line.state() : LineState.MATCHED;
        step(line, null, state, RULE, "", sure, null);
        if (sure != null) {
            give(line, sure, RULE);
            audit.note(who.actor(), "transfer matched by reference", sure.value());
        }
    }

    /// The office says whose it is.
    @Transactional
    public Ending match(SignedInStaff who, UUID id, LeaseNumber lease) {
        Line line = who.seesAllAgencies() ? lines.lock(id) : null;
        if (line == null || !files.sees(who, lease) || !line.amount().isPositive()) {
            return new Ending.NotFound();
        }
        Line.Match before = line.match();
        if (before != null && before.lease().equals(lease)) {
            return new Ending.Done();
        }
        if (!line.state().mayBecome(LineState.MATCHED)) {
            return new Ending.NotNow(line.state());
        }
        move(who, line, LineState.MATCHED, lease, null);
        give(line, lease, who.name());
        audit.note(who.actor(), "transfer matched", lease.value());
        return new Ending.Done();
    }

    /// It is no rent, the office says.
    @Transactional
    public Ending putAside(SignedInStaff who, UUID id, String reason) {
        Line line = who.seesAllAgencies() ? lines.lock(id) : null;
        if (line == null) {
            return new Ending.NotFound();
        }
        if (line.state() == LineState.ASIDE) {
            return new Ending.Done();
        }
        if (!line.state().mayBecome(LineState.ASIDE) || line.match() != null) {
            return new Ending.NotNow(line.state());
        }
        move(who, line, LineState.ASIDE, null, reason);
        audit.note(who.actor(), "transfer put aside", id.toString());
        return new Ending.Done();
    }

    /// Takes back what was said: it was somebody else's, or rent after all.
    @Transactional
    public Ending reopen(SignedInStaff who, UUID id, String reason) {
        Line line = who.seesAllAgencies() ? lines.lock(id) : null;
        if (line == null) {
            return new Ending.NotFound();
        }
        if (line.state() == LineState.OPEN) {
            return new Ending.Done();
        }
        if (line.takenBackBy() != null) {
            return new Ending.NotNow(line.state()); // first the line that takes it back
        }
        Line.Match match = line.match();
        if (match != null) {
            withdraw(match);
            credits.withdraw(match.id());
        }
        UUID back = line.takesBack() == null ? null : matches.withdrawn(line.takesBack());
        if (back != null) {
            credits.forgetTakenBack(back);
        }
        move(who, line, LineState.OPEN, match == null ? null : match.lease(), reason);
        audit.note(
                who.actor(),
                "transfer taken back",
                match == null ? id.toString() : match.lease().value());
        return new Ending.Done();
    }

    /// What was said of it counts no more.
    void withdraw(Line.Match match) {
        matches.withdraw(match.id(), clock.now());
    }

    /// Of two lines that cancel each other out, neither is anybody's.
    ///
    /// @param lease whose the money was
    /// @param by    empty for the rule
    void putAside(SignedInStaff who, Line line, @Nullable LeaseNumber lease, String by) {
        lines.become(line.id(), LineState.ASIDE);
        step(line, line.state(), LineState.ASIDE, by.isEmpty() ? RULE : who.actor(), by, lease, null);
    }

    private void give(Line line, LeaseNumber lease, String by) {
        UUID id = Ids.next(clock.source());
        Instant now = clock.now();
        long number = matches.add(id, line.id(), lease, now, by);
        credits.expect(
                line,
                new Coming(
                        id,
                        lease,
                        Coming.Method.TRANSFER,
                        line.amount(),
                        Line.Match.reference(number),
                        Coming.State.TAKEN,
                        now,
                        clock.postedOn()));
    }

    private void move(
            SignedInStaff who, Line line, LineState to, @Nullable LeaseNumber lease, @Nullable String reason) {
        lines.become(line.id(), to);
        step(line, line.state(), to, who.actor(), who.name(), lease, reason);
    }

    private void step(
            Line line,
            @Nullable LineState from,
            LineState to,
            String actor,
            String name,
            @Nullable LeaseNumber lease,
            @Nullable String reason) {
        matches.step(
                Ids.next(clock.source()),
                Objects.requireNonNull(line.id()),
                clock.now(),
                from,
                to,
                actor,
                name,
                lease,
                reason);
    }
}
