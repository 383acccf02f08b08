package fr.opalconnect.insurance;

import fr.opalconnect.insurance.CertificateTable.Step;
import fr.opalconnect.insurance.Cover.Standing;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.tenancy.Households;
import fr.opalconnect.tenancy.Households.Household;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The office's side of certificates: only of households in the agencies of whoever asks.
@Component
class InsuranceDesk {
    /// Rows of one page.
    static final int PAGE = 50;

    /// For how long what was accepted can be found again here.
    private static final Duration LATELY = Duration.ofDays(14);

    /// One household in the list.
    ///
    /// @param certificate that is to be looked at, or was accepted lately; null where none is
    record Row(
            Household household,
            Cover cover,
            Standing standing,
            @Nullable Certificate certificate) {}

    /// @param counts how many households there are in each pile
    record Shown(List<Row> rows, Map<Pile, Integer> counts, boolean more) {
        Shown {
            rows = List.copyOf(rows);
        }
    }

    private final CertificateTable table;
    private final Households households;
    private final Covers covers;
    private final InsuranceSettings settings;
    private final Told told;
    private final InstantSource clock;

    InsuranceDesk(
            CertificateTable table,
            Households households,
            Covers covers,
            InsuranceSettings settings,
            Told told,
            InstantSource clock) {
        this.table = table;
        this.households = households;
        this.covers = covers;
        this.settings = settings;
        this.told = told;
        this.clock = clock;
    }

    /// Those to check first, the longest waiting at the top; then those that end soon, the first to end; then those
    /// that are missing, by name.
    ///
    /// @param from how many rows to pass over
    Shown list(SignedInStaff who, Set<Pile> piles, int from, int most) {
        Map<LeaseNumber, Cover> known = known(who);
        Map<Pile, List<LeaseNumber>> byPile = new LinkedHashMap<>();
        SequencedSet<LeaseNumber> inOrder = new LinkedHashSet<>();
        List<Certificate> waiting = table.waiting();
        List<Certificate> accepted = table.acceptedSince(clock.instant().minus(LATELY));
        Map<LeaseNumber, Certificate> certificates = Stream.concat(waiting.stream(), accepted.stream())
                .collect(Collectors.toMap(Certificate::lease, Function.identity(), (first, second) -> first));
        byPile.put(Pile.TO_CHECK, waiting.stream().map(Certificate::lease).toList());
        byPile.put(
                Pile.ENDING,
                known.values().stream()
                        .filter(cover -> standing(cover) == Standing.ENDING)
                        .sorted(Comparator.comparing(cover -> Objects.requireNonNull(cover.until())))
                        .map(Cover::lease)
                        .toList());
        byPile.put(
                Pile.ACCEPTED,
                accepted.stream().map(Certificate::lease).distinct().toList());
        Map<LeaseNumber, Household> theirs =
                households
                        .of(who, byPile.values().stream().flatMap(List::stream).toList())
                        .stream()
                        .collect(Collectors.toMap(Household::lease, Function.identity()));
        Map<Pile, Integer> counts = new LinkedHashMap<>();
        byPile.forEach((pile, leases) -> {
            List<LeaseNumber> seen = leases.stream().filter(theirs::containsKey).toList();
            counts.put(pile, seen.size());
            if (piles.contains(pile)) {
                inOrder.addAll(seen);
            }
        });
        List<LeaseNumber> notMissing = known.values().stream()
                .filter(cover -> !isMissing(standing(cover)))
                .map(Cover::lease)
                .toList();
        counts.put(Pile.MISSING, households.countWithout(who, notMissing));
        List<Row> rows = inOrder.stream()
                .skip(from)
                .limit(most + 1L)
                .map(lease -> row(Objects.requireNonNull(theirs.get(lease)), known, certificates))
                .collect(Collectors.toCollection(ArrayList::new));
        if (piles.contains(Pile.MISSING) && rows.size() <= most) {
            households.without(who, notMissing, most + 1 - rows.size(), Math.max(0, from - inOrder.size())).stream()
                    .map(household -> row(household, known, certificates))
                    .forEach(rows::add);
        }
        boolean more = rows.size() > most;
        return new Shown(more ? rows.subList(0, most) : rows, counts, more);
    }

    @Transactional
    public Ending accept(SignedInStaff who, UUID id) {
        return decide(who, id, CertificateState.ACCEPTED, null);
    }

    /// @param reason for the tenant to read
    @Transactional
    public Ending refuse(SignedInStaff who, UUID id, String reason) {
        return decide(who, id, CertificateState.REFUSED, reason);
    }

    /// Whether a page is of a certificate of one of their households.
    boolean maySee(SignedInStaff who, UUID piece) {
        Certificate one = table.ofPiece(piece);
        return one != null && sees(who, one);
    }

    private Ending decide(SignedInStaff who, UUID id, CertificateState to, @Nullable String reason) {
        Certificate one = table.lock(id);
        if (one == null || !sees(who, one)) {
            return new Ending.NotFound();
        }
        if (one.state() == to) {
            return new Ending.Done(); // pressed twice
        }
        if (!one.state().mayBecome(to, CertificateState.By.STAFF)) {
            return new Ending.NotNow();
        }
        table.become(new Step(Ids.next(clock), id, clock.instant(), one.state(), to, who.actor(), who.name(), reason));
        told.decided(who, one, to);
        covers.forget();
        return new Ending.Done();
    }

    private boolean sees(SignedInStaff who, Certificate one) {
        return !households.of(who, List.of(one.lease())).isEmpty();
    }

    private Row row(Household household, Map<LeaseNumber, Cover> known, Map<LeaseNumber, Certificate> certificates) {
        Cover cover = known.getOrDefault(household.lease(), Cover.none(household.lease()));
        return new Row(household, cover, standing(cover), certificates.get(household.lease()));
    }

    /// Only of the leases that they see: all of a landlord's are many.
    private Map<LeaseNumber, Cover> known(SignedInStaff who) {
        List<Cover> all = who.seesAllAgencies() ? table.covers() : table.covers(households.leases(who));
        return all.stream().collect(Collectors.toMap(Cover::lease, Function.identity()));
    }

    private Standing standing(Cover cover) {
        return cover.standing(covers.today(), settings.soon());
    }

    private static boolean isMissing(Standing standing) {
        return standing == Standing.MISSING || standing == Standing.ENDED || standing == Standing.REFUSED;
    }
}
