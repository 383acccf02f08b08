package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.tenancy.SearchHit.Match;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds tenants for the agency's desk: by name, number, phone, address or e-mail, in any spelling. Each way is asked
/// only when the ones before it have not filled the page, the surest first.
@Component
public class Search {
    /// What one look shows.
    public static final int MOST = 30;

    /// Below this, words that look alike are tried too.
    private static final int FEW = 5;

    private static final int NEAR_WORDS = 60;

    /// @param hits     the surest first, those of ended leases after the others
    /// @param more     there are others: a further word would help
    /// @param tooShort nothing was looked for: nearly everybody would have matched
    public record Found(List<SearchHit> hits, boolean more, boolean tooShort) {
        public Found {
            hits = List.copyOf(hits);
        }
    }

    private final SearchTable table;

    Search(SearchTable table) {
        this.table = table;
    }

    @Transactional(readOnly = true)
    public Found find(SignedInStaff who, String typed) {
        SearchTerms terms = SearchTerms.of(typed);
        if (terms.isTooShort()) {
            return new Found(List.of(), false, true);
        }
        Gathered gathered = new Gathered(terms);
        if (terms.isNumber()) {
            gathered.addSure(table.matching(who, terms.exactly(), "", MOST + 1));
        } else if (terms.email().isEmpty()) {
            gathered.add(table.named(who, terms.nameBeginning(), MOST + 1), null);
        }
        boolean hasAllWords = false;
        if (!gathered.isFull() && !terms.isNumber()) {
            List<SearchHit> exactly = table.matching(who, terms.exactly(), terms.named(), gathered.wanted());
            gathered.add(exactly, null);
            hasAllWords = !exactly.isEmpty() && terms.spelt().size() > 1;
        }
        if (!gathered.isFull()) {
            gathered.add(table.matching(who, terms.beginning(), terms.named(), gathered.wanted()), null);
        }
        // Whoever types first name and name, and finds them, does not look for others who are called nearly so.
        if (gathered.hits.size() < FEW && !hasAllWords && !terms.spelt().isEmpty()) {
            Map<String, List<String>> alike = alike(terms.spelt());
            if (!alike.isEmpty()) {
                gathered.add(table.matching(who, terms.alike(alike), "", 3 * MOST), Match.ALIKE);
            }
        }
        return gathered.found();
    }

    /// Of the words that share letters with those typed, the ones that a slip or two would make of them.
    private Map<String, List<String>> alike(List<String> spelt) {
        Map<String, List<String>> alike = new LinkedHashMap<>();
        table.near(spelt, NEAR_WORDS).forEach((typed, words) -> {
            int slips = typed.length() < 6 ? 1 : 2;
            List<String> near = words.stream()
                    .filter(word -> !word.equals(typed) && Words.distance(word, typed) <= slips)
                    .toList();
            if (!near.isEmpty()) {
                alike.put(typed, near);
            }
        });
        return alike;
    }

    /// What has been found so far, each lease of a tenant once.
    private static final class Gathered {
        private final SearchTerms terms;
        private final Map<String, SearchHit> hits = new LinkedHashMap<>();
        private int sure;

        Gathered(SearchTerms terms) {
            this.terms = terms;
        }

        void add(List<SearchHit> found, @Nullable Match because) {
            found.stream()
                    .map(hit -> hit.because(because == null ? SearchReason.of(hit, terms) : because))
                    .sorted(Comparator.comparing(SearchHit::match))
                    .forEach(hit -> hits.putIfAbsent(
                            hit.tenant().value() + " " + hit.lease().value(), hit));
        }

        /// Whole numbers: they come first even where the lease has ended.
        void addSure(List<SearchHit> found) {
            add(found, null);
            sure = hits.size();
        }

        /// How many more are looked at: those there are may be among them. Of numbers more, for why they were found is
        /// known only afterwards.
        int wanted() {
            return terms.isNumber() ? 3 * MOST : MOST + 1 + hits.size();
        }

        boolean isFull() {
            return hits.size() > MOST;
        }

        Found found() {
            Comparator<SearchHit> runningFirst = Comparator.comparing(hit -> !hit.running());
            Stream<SearchHit> rest = hits.values().stream().skip(sure).sorted(runningFirst);
            List<SearchHit> all = Stream.concat(hits.values().stream().limit(sure), rest)
                    .limit(MOST)
                    .toList();
            return new Found(all, hits.size() > MOST, false);
        }
    }
}
