package fr.opalconnect.tenancy;

import fr.opalconnect.tenancy.SearchHit.Match;
import java.util.List;
import java.util.Locale;

/// Why an entry was found, told from what was typed.
final class SearchReason {
    private SearchReason() {}

    static Match of(SearchHit hit, SearchTerms terms) {
        if (terms.isNumber()) {
            return ofNumber(hit, terms);
        }
        String email = hit.email() == null ? "" : hit.email().toLowerCase(Locale.ROOT);
        if (!terms.email().isEmpty() && email.startsWith(terms.email())) {
            return Match.EMAIL;
        }
        List<String> name = Words.of(hit.fullName());
        boolean named = terms.words().stream().anyMatch(word -> name.stream().anyMatch(part -> part.startsWith(word)));
        if (named || name.isEmpty()) {
            return Match.NAME;
        }
        return terms.words().size() == 1 && email.startsWith(terms.words().getFirst()) ? Match.EMAIL : Match.ADDRESS;
    }

    private static Match ofNumber(SearchHit hit, SearchTerms terms) {
        String key = terms.key();
        if (hit.tenant().lookupKey().startsWith(key)) {
            return Match.TENANT_NUMBER;
        }
        if (hit.dwelling().lookupKey().contains(key)) {
            return Match.DWELLING_NUMBER;
        }
        if (hit.lease().value().replaceAll("[^0-9]", "").contains(key)) {
            return Match.LEASE_NUMBER;
        }
        String phone = hit.mobile() == null ? "" : new SearchTerms(List.of(), hit.mobile(), "").digits();
        return phone.contains(terms.digits()) ? Match.PHONE : Match.ADDRESS;
    }
}
