package fr.opalconnect.office;

import fr.opalconnect.app.CheckCode;
import fr.opalconnect.app.FindingView;
import fr.opalconnect.landlord.Agency;
import fr.opalconnect.tenancy.Search;
import fr.opalconnect.tenancy.SearchHit;
import fr.opalconnect.ui.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the search shows.
///
/// @param typed    what was looked for; kept in its field
/// @param found    null before anything was looked for
/// @param tooMany  so much was looked for that it has to wait
/// @param agencies for the names, when somebody sees several
/// @param code     when what was typed looks like the code of a connection check: what it says
record SearchView(
        String typed,
        Search.@Nullable Found found,
        boolean tooMany,
        List<Agency> agencies,
        CheckCode.@Nullable Answer code) {
    @Nullable
    FindingView finding() {
        return code instanceof CheckCode.Answer.Found read ? new FindingView(read) : null;
    }

    /// Neither somebody's name or number, nor a code that a check gives.
    boolean misread() {
        return hits().isEmpty() && code instanceof CheckCode.Answer.Misread;
    }

    List<SearchHit> hits() {
        return found == null ? List.of() : found.hits();
    }

    /// How the list is announced: `3 locataires`, `Plus de 30 locataires`.
    String count(Texts t) {
        if (found == null || found.tooShort()) {
            return "";
        }
        return found.more()
                ? t.say("office.search.more", Search.MOST)
                : t.count("office.search.count", found.hits().size());
    }

    static String why(Texts t, SearchHit hit) {
        return t.say("office.search.why."
                + hit.match().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// `T3 · Champagne, B · 12 rue Marcel-Bleuet, 02000 Laon · Agence de Laon`
    String where(SearchHit hit) {
        String agency = agencies.stream()
                .filter(one -> one.code().equals(hit.agencyCode()))
                .map(Agency::name)
                .findFirst()
                .orElse(null);
        String estate =
                Stream.of(hit.estate(), hit.building()).filter(Objects::nonNull).collect(Collectors.joining(", "));
        return Stream.of(
                        hit.dwellingType(),
                        estate.isEmpty() ? null : estate,
                        hit.address() + ", " + hit.postcode() + " " + hit.city(),
                        agency)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
