package fr.opalconnect.transfer;

import fr.opalconnect.account.AccountOverview;
import fr.opalconnect.account.RentAccounts;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.tenancy.Payers;
import fr.opalconnect.tenancy.Payers.Payer;
import fr.opalconnect.tenancy.Search;
import fr.opalconnect.tenancy.SearchHit;
import fr.opalconnect.transfer.CamtFile.Booking;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers what speaks for a lease in a transfer: its reference first; only where there is none, all else.
@Component
class Clues {
    private static final int MOST = 5;

    private final ReferenceTable references;
    private final MatchTable matches;
    private final Payers payers;
    private final Search search;
    private final RentAccounts accounts;

    Clues(ReferenceTable references, MatchTable matches, Payers payers, Search search, RentAccounts accounts) {
        this.references = references;
        this.matches = matches;
        this.payers = payers;
        this.search = search;
        this.accounts = accounts;
    }

    /// Candidates, the likeliest first.
    ///
    /// @param debtor the keyed hash of the account that it came from
    List<Candidate> of(SignedInStaff who, Booking booking, byte @Nullable [] debtor) {
        Found found = new Found();
        Reference own = Reference.parse(booking.reference());
        found.add(existing(who, own == null ? Set.of() : Set.of(own)), Clue.REFERENCE);
        if (found.leases.isEmpty()) {
            found.add(existing(who, ReferenceSearch.right(booking.words())), Clue.REFERENCE_IN_TEXT);
        }
        if (!found.leases.isEmpty()) {
            return found.candidates();
        }
        found.add(existing(who, ReferenceSearch.misprinted(booking.words())), Clue.MISPRINT);
        found.add(
                payers.numbered(who, Words.numbers(booking.words())).stream()
                        .map(Payer::lease)
                        .toList(),
                Clue.NUMBER);
        found.add(debtor == null ? List.of() : matches.paidFrom(debtor), Clue.ACCOUNT);
        List<LeaseNumber> named = found.leases.isEmpty() ? named(who, booking.debtor()) : List.of();
        named.forEach(lease -> found.add(List.of(lease), Clue.NAME));
        payers.of(who, found.leases.keySet()).stream()
                .filter(payer -> Words.isCalled(booking.debtor(), payer.lastName())
                        || Words.isNamed(booking.text(), payer.firstName(), payer.lastName()))
                .forEach(payer -> found.add(List.of(payer.lease()), Clue.NAME));
        for (LeaseNumber lease : List.copyOf(found.leases.keySet())) {
            if (owes(who, lease, booking)) {
                found.add(List.of(lease), Clue.AMOUNT);
            }
        }
        // Somebody of that name, and nothing else: worth a look only when there are few of them.
        return named.size() > MOST ? found.candidates(Clue.AMOUNT) : found.candidates();
    }

    private Set<LeaseNumber> existing(SignedInStaff who, Set<Reference> found) {
        if (found.isEmpty()) {
            return Set.of();
        }
        Set<LeaseNumber> leases = new LinkedHashSet<>();
        found.stream().map(references::lease).filter(Objects::nonNull).forEach(leases::add);
        return payers.existing(who, leases);
    }

    private List<LeaseNumber> named(SignedInStaff who, @Nullable String debtor) {
        String name = Words.name(debtor);
        if (name.length() < 3) {
            return List.of();
        }
        return search.find(who, name).hits().stream()
                .filter(hit -> Words.isNamed(debtor, hit.firstName(), hit.lastName()))
                .map(SearchHit::lease)
                .distinct()
                .toList();
    }

    private boolean owes(SignedInStaff who, LeaseNumber lease, Booking booking) {
        AccountOverview overview = accounts.overview(who, lease);
        if (overview == null) {
            return false;
        }
        return overview.balance().equals(booking.amount())
                || overview.notices().stream()
                        .limit(2)
                        .anyMatch(notice -> notice.monthTotal().equals(booking.amount()));
    }

    private static final class Found {
        private final Map<LeaseNumber, EnumSet<Clue>> leases = new LinkedHashMap<>();

        void add(Collection<LeaseNumber> more, Clue clue) {
            more.forEach(lease -> leases.computeIfAbsent(lease, first -> EnumSet.noneOf(Clue.class))
                    .add(clue));
        }

        List<Candidate> candidates() {
            return Candidate.inOrder(leases.entrySet().stream()
                    .map(each -> new Candidate(each.getKey(), each.getValue()))
                    .toList());
        }

        List<Candidate> candidates(Clue with) {
            return candidates().stream()
                    .filter(each -> each.clues().contains(with))
                    .toList();
        }
    }
}
