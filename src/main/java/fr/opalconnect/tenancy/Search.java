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

    /// What more words begin with stays open: many rare words take longer one by one than gathered.
    private static final int MOST_BEGUN = 20;

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
            table.keepToTheIndexes(false);
            gathered.addSure(table.matching(who, terms.exactly(), "", MOST + 1));
            for (String beginning : terms.numbersBeginning()) {
                if (!gathered.isFull()) {
                    gathered.add(table.matching(who, beginning, "", gathered.wanted()), null);
                }
            }
        } else {
            findWords(who, terms, gathered);
        }
        return gathered.found();
    }

    private void findWords(SignedInStaff who, SearchTerms terms, Gathered gathered) {
        if (terms.email().isEmpty()) {
            table.keepToTheIndexes(true);
            gathered.add(table.named(who, terms.nameBeginning(), MOST + 1), null);
        }
        if (gathered.isFull()) {
            return;
        }
        table.keepToTheIndexes(false);
        List<SearchHit> exactly = table.matching(who, terms.exactly(), terms.named(), gathered.wanted());
        gathered.add(exactly, null);
        if (gathered.isFull()) {
            return;
        }
        Map<String, List<String>> begun = table.begun(terms.spelt(), MOST_BEGUN);
        gathered.add(table.matching(who, terms.beginning(begun), terms.named(), gathered.wanted()), null);
        // Whoever types first name and name, and finds them, does not look for others who are called nearly so.
        boolean hasAllWords = !exactly.isEmpty() && terms.spelt().size() > 1;
        if (gathered.hits.size() < FEW && !hasAllWords && !terms.spelt().isEmpty()) {
            Map<String, List<String>> alike = alike(terms.spelt());
            if (!alike.isEmpty()) {
                gathered.add(table.matching(who, terms.alike(begun, alike), "", gathered.wanted()), Match.ALIKE);
            }
        }
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

        /// How many more are looked at: those there are may be among them.
        int wanted() {
            return MOST + 1 + hits.size();
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
