package fr.opalconnect.office;

import fr.opalconnect.app.CheckCode;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.landlord.Agencies;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.platform.Views;
import fr.opalconnect.tenancy.Search;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Finding a tenant; or, when it was a code that somebody reads on the telephone, what their device found. What is
/// looked for comes by POST, so that names and numbers stand in no address and no log.
@Controller
class SearchPage {
    private static final int LONGEST = 100;

    private final Search search;
    private final Agencies agencies;
    private final Limits limits;
    private final Views views;
    private final InstantSource clock;

    SearchPage(Search search, Agencies agencies, Limits limits, Views views, InstantSource clock) {
        this.search = search;
        this.agencies = agencies;
        this.limits = limits;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/bureau/recherche")
    View empty(SignedInStaff who) {
        return views.page("office/Search", view(who, "", null, false));
    }

    @PostMapping("/bureau/recherche")
    View found(SignedInStaff who, @RequestParam(defaultValue = "") String q) {
        return views.page("office/Search", look(who, typed(q)));
    }

    /// Only the rows, for the page that asks while somebody types.
    @PostMapping("/bureau/recherche/lignes")
    View rows(SignedInStaff who, @RequestParam(defaultValue = "") String q) {
        return views.page("office/SearchRows", look(who, typed(q)));
    }

    private SearchView look(SignedInStaff who, String typed) {
        if (typed.isEmpty()) {
            return view(who, "", null, false);
        }
        if (limits.spend(Limit.SEARCHES_PER_STAFF, who.id().toString()) instanceof Limits.Answer.Refused) {
            return view(who, typed, null, true);
        }
        return view(who, typed, search.find(who, typed), false);
    }

    private SearchView view(SignedInStaff who, String typed, Search.@Nullable Found found, boolean tooMany) {
        boolean several = who.seesAllAgencies() || who.agencies().size() > 1;
        return new SearchView(
                typed,
                found,
                tooMany,
                several ? agencies.all() : java.util.List.of(),
                CheckCode.looksLikeOne(typed) ? CheckCode.read(typed, clock.instant()) : null);
    }

    private static String typed(String q) {
        String typed = q.strip();
        return typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    }
}
