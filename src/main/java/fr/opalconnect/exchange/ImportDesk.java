package fr.opalconnect.exchange;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.Jobs;
import fr.opalconnect.platform.Live;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The imports as an administrator sees them, and the answer to the question of one that would change much.
@Component
class ImportDesk {
    private final ImportLogTable log;
    private final Inbox inbox;
    private final Jobs jobs;
    private final Live live;
    private final Audit audit;
    private final InstantSource clock;

    ImportDesk(ImportLogTable log, Inbox inbox, Jobs jobs, Live live, Audit audit, InstantSource clock) {
        this.log = log;
        this.inbox = inbox;
        this.jobs = jobs;
        this.live = live;
        this.audit = audit;
        this.clock = clock;
    }

    static boolean mayLook(SignedInStaff who) {
        return who.role().mayAll(StaffRole.ADMINISTRATOR);
    }

    /// The latest first; empty for who may not look.
    List<ImportRun> latest(SignedInStaff who, int most) {
        return mayLook(who) ? log.latest(most) : List.of();
    }

    /// Null when there is none, or none for them.
    @Nullable
    ImportRun find(SignedInStaff who, long run) {
        return mayLook(who) ? log.find(run) : null;
    }

    List<Reject> rejects(SignedInStaff who, long run, int most) {
        return mayLook(who) ? log.rejects(run, most) : List.of();
    }

    /// They leave the house in a file: that is written down.
    List<Reject> takeRejects(SignedInStaff who, long run) {
        audit.note(who.actor(), "rejects taken away", "import:" + run);
        return rejects(who, run, Integer.MAX_VALUE);
    }

    /// Takes the package after all, as soon as this has committed; or never.
    ///
    /// @return whether there was a question that nobody had answered
    @Transactional
    boolean answer(SignedInStaff who, long run, boolean yes) {
        String path = mayLook(who) ? log.answer(run, yes, who.name(), clock.instant()) : null;
        if (path == null) {
            return false;
        }
        audit.note(who.actor(), yes ? "import confirmed" : "import refused", "import:" + run);
        live.tell(Imports.TOPIC);
        if (yes) {
            jobs.stage(ConfirmedJob.TASK, Long.toString(run));
        } else {
            setAside(path);
        }
        return true;
    }

    private void setAside(String path) {
        try {
            inbox.refuseWaiting(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
