package fr.opalconnect.insurance;

import fr.opalconnect.insurance.Cover.Standing;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.landlord.Agencies;
import fr.opalconnect.tenancy.Households;
import fr.opalconnect.tenancy.Households.Household;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The office's list: what is to check, what ends soon, what is missing, in the agencies of whoever asks. The leases
/// are theirs first, then what is known of these; names are looked up for those that a page shows.
@Component
class InsuranceList {
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

    /// @param agency whose households these are
    /// @param counts how many households there are in each pile
    record Shown(AgencyChoice agency, List<Row> rows, Map<Pile, Integer> counts, boolean more) {
        Shown {
            rows = List.copyOf(rows);
        }
    }

    private final CertificateTable table;
    private final Households households;
    private final Covers covers;
    private final Agencies agencies;
    private final InstantSource clock;

    InsuranceList(
            CertificateTable table, Households households, Covers covers, Agencies agencies, InstantSource clock) {
        this.table = table;
        this.households = households;
        this.covers = covers;
        this.agencies = agencies;
        this.clock = clock;
    }

    /// Those to check first, the longest waiting at the top; then those that end soon, the first to end; then those
    /// that are missing, by name.
    ///
    /// @param agency only this one's, as it was asked for
    /// @param from   how many rows to pass over
    Shown of(SignedInStaff who, @Nullable String agency, Set<Pile> piles, int from, int most) {
        AgencyChoice choice = AgencyChoice.of(who, agency, agencies, households);
        List<LeaseNumber> leases = households.leases(who, choice.chosen());
        Map<LeaseNumber, Cover> known =
                table.covers(leases).stream().collect(Collectors.toMap(Cover::lease, Function.identity()));
        List<Certificate> waiting = table.waiting(leases);
        Instant lately = clock.instant().minus(LATELY);
        List<Certificate> accepted = table.acceptedSince(lately, leases);
        Map<LeaseNumber, Certificate> certificates = Stream.concat(waiting.stream(), accepted.stream())
                .collect(Collectors.toMap(Certificate::lease, Function.identity(), (first, second) -> first));

        Map<Pile, List<LeaseNumber>> byPile = new EnumMap<>(Pile.class);
        byPile.put(Pile.TO_CHECK, waiting.stream().map(Certificate::lease).toList());
        byPile.put(
                Pile.ENDING,
                known.values().stream()
                        .filter(cover -> covers.standing(cover) == Standing.ENDING)
                        .sorted(Comparator.comparing(cover -> Objects.requireNonNull(cover.until())))
                        .map(Cover::lease)
                        .toList());
        byPile.put(
                Pile.ACCEPTED,
                accepted.stream().map(Certificate::lease).distinct().toList());
        byPile.put(
                Pile.MISSING,
                leases.stream().filter(lease -> isMissing(cover(known, lease))).toList());

        List<Household> shown = households(who, byPile, piles, from, most + 1);
        List<Row> rows = shown.stream()
                .limit(most)
                .map(household -> row(household, cover(known, household.lease()), certificates))
                .toList();
        Map<Pile, Integer> counts = byPile.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, pile -> pile.getValue().size()));
        return new Shown(choice, rows, counts, shown.size() > most);
    }

    /// Of these piles, in their order; those that are missing are put in the order of names where they are looked up.
    private List<Household> households(
            SignedInStaff who, Map<Pile, List<LeaseNumber>> byPile, Set<Pile> piles, int from, int most) {
        Set<LeaseNumber> inOrder = new LinkedHashSet<>();
        byPile.forEach((pile, leases) -> {
            if (pile != Pile.MISSING && piles.contains(pile)) {
                inOrder.addAll(leases);
            }
        });
        List<LeaseNumber> first = inOrder.stream().skip(from).limit(most).toList();
        Map<LeaseNumber, Household> named =
                households.of(who, first).stream().collect(Collectors.toMap(Household::lease, Function.identity()));
        List<Household> shown = first.stream()
                .map(named::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(ArrayList::new));
        if (piles.contains(Pile.MISSING) && first.size() < most) {
            List<LeaseNumber> missing = Objects.requireNonNull(byPile.get(Pile.MISSING));
            shown.addAll(households.of(who, missing, most - first.size(), Math.max(0, from - inOrder.size())));
        }
        return shown;
    }

    private Row row(Household household, Cover cover, Map<LeaseNumber, Certificate> certificates) {
        return new Row(household, cover, covers.standing(cover), certificates.get(household.lease()));
    }

    private static Cover cover(Map<LeaseNumber, Cover> known, LeaseNumber lease) {
        return known.getOrDefault(lease, Cover.none(lease));
    }

    private boolean isMissing(Cover cover) {
        Standing standing = covers.standing(cover);
        return standing == Standing.MISSING || standing == Standing.ENDED || standing == Standing.REFUSED;
    }
}
