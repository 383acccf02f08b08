package fr.opalconnect.insurance;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.MinuteCopy;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.ui.Texts;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How the insurance of a lease stands, for Accueil: from a copy in memory, a minute old at most, which costs no round
/// trip; a landlord with very many certificates is asked for the one. What was just done on this node shows at once.
@Component
public class Covers {
    private static final int MOST_IN_MEMORY = 200_000;

    /// @param until the last day that is covered; null when nothing was accepted
    public record Stand(Cover.Standing standing, @Nullable LocalDate until) {
        /// `À jour, valable jusqu’au 12 mai 2027`
        public String sentence(Texts t) {
            return until == null
                    ? t.say(standing.textKey())
                    : t.say("insurance.desk.until", t.say(standing.textKey()), t.longDay(until));
        }
    }

    private final CertificateTable table;
    private final InsuranceSettings settings;
    private final InstantSource clock;
    /// Empty when there are too many.
    private final MinuteCopy<Optional<Map<LeaseNumber, Cover>>> covers;

    Covers(CertificateTable table, InsuranceSettings settings, InstantSource clock) {
        this.table = table;
        this.settings = settings;
        this.clock = clock;
        this.covers = new MinuteCopy<>(
                clock,
                _ -> table.isMoreThan(MOST_IN_MEMORY)
                        ? Optional.empty()
                        : Optional.of(
                                table.covers().stream().collect(Collectors.toMap(Cover::lease, Function.identity()))));
    }

    /// @return null where no proof is asked for: a car park, a lease that has ended
    public @Nullable Stand stand(SignedInTenant who, HeldLease lease) {
        if (!who.leases().contains(lease.number()) || !isAsked(lease)) {
            return null;
        }
        Map<LeaseNumber, Cover> all = covers.get().orElse(null);
        return stand(lease.number(), all == null ? table.cover(lease.number()) : all.get(lease.number()));
    }

    /// The same in a file that is open at the desk: asked anew, one round trip.
    public @Nullable Stand stand(SignedInStaff who, HeldLease lease) {
        return isAsked(lease) ? stand(lease.number(), table.cover(lease.number())) : null;
    }

    private Stand stand(LeaseNumber lease, @Nullable Cover known) {
        Cover cover = known == null ? Cover.none(lease) : known;
        return new Stand(standing(cover), cover.until());
    }

    Cover.Standing standing(Cover cover) {
        return cover.standing(today(), settings.soon());
    }

    /// Premises that one does not live in are billed in advance; for them the landlord asks no certificate here.
    boolean isAsked(HeldLease lease) {
        return !lease.billedInAdvance() && !lease.hasEnded(today());
    }

    LocalDate today() {
        return clock.instant().atZone(Texts.ZONE).toLocalDate();
    }

    /// Something was sent or decided in the caller's transaction.
    void forget() {
        covers.forgetAfterCommit();
    }
}
