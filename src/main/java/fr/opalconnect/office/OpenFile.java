package fr.opalconnect.office;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.platform.Looks;
import fr.opalconnect.tenancy.TenantFile;
import fr.opalconnect.tenancy.TenantFiles;
import fr.opalconnect.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Opens a tenant's file: theirs only, written down each time, and only so many in an hour.
@Component
class OpenFile {
    static final int LONGEST_REASON = 200;

    /// So long an answer to why is good for.
    private static final Duration ASKED_LATELY = Duration.ofHours(2);

    private static final String LOOK = "file";

    sealed interface Answer {
        record Opened(TenantFile file) implements Answer {}

        /// No lease runs any more: somebody who has left is looked up for a reason.
        record AskWhy(TenantFile file) implements Answer {}

        record NotTheirs() implements Answer {}

        record TooMany() implements Answer {}
    }

    private final TenantFiles files;
    private final Looks looks;
    private final Limits limits;
    private final InstantSource clock;

    OpenFile(TenantFiles files, Looks looks, Limits limits, InstantSource clock) {
        this.files = files;
        this.looks = looks;
        this.limits = limits;
        this.clock = clock;
    }

    @Nullable
    TenantFile find(SignedInStaff who, TenantNumber number) {
        return files.find(who, number);
    }

    Answer open(SignedInStaff who, TenantNumber number) {
        TenantFile file = files.find(who, number);
        if (file == null) {
            return new Answer.NotTheirs();
        }
        if (limits.spend(Limit.FILES_PER_STAFF, who.id().toString()) instanceof Limits.Answer.Refused) {
            return new Answer.TooMany();
        }
        if (hasLeft(file) && !saidWhy(who, number)) {
            return new Answer.AskWhy(file);
        }
        looks.look(who, number.value(), LOOK, null);
        return new Answer.Opened(file);
    }

    void openBecause(SignedInStaff who, TenantFile file, String why) {
        looks.look(who, file.number().value(), LOOK, why);
    }

    private boolean hasLeft(TenantFile file) {
        LocalDate today = clock.instant().atZone(Texts.ZONE).toLocalDate();
        return file.tenancy().leases().stream().allMatch(lease -> lease.hasEnded(today));
    }

    private boolean saidWhy(SignedInStaff who, TenantNumber number) {
        Instant since = clock.instant().minus(ASKED_LATELY);
        return looks.at(number.value(), 50).stream()
                .anyMatch(look -> look.staff().equals(who.id())
                        && look.why() != null
                        && look.at().isAfter(since));
    }
}
