package fr.opalconnect.home;

import fr.opalconnect.landlord.Agencies;
import fr.opalconnect.landlord.Agency;
import fr.opalconnect.platform.Languages;
import fr.opalconnect.platform.Open;
import fr.opalconnect.platform.Views;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Aide: questions and answers, the agencies, and what to do when the app does not work. Open to all.
@Controller
@Open
class HelpPage {
    private static final int LONGEST = 100;

    private final Views views;
    private final HelpBook book;
    private final Languages languages;
    private final Agencies agencies;

    HelpPage(Views views, HelpBook book, Languages languages, Agencies agencies) {
        this.views = views;
        this.book = book;
        this.languages = languages;
        this.agencies = agencies;
    }

    @GetMapping("/aide")
    View help(@RequestParam(defaultValue = "") String q, HttpServletRequest request) {
        List<HelpGroup> groups = book.in(languages.of(request));
        String typed = q.strip().substring(0, Math.min(LONGEST, q.strip().length()));
        return views.page("home/Help", new HelpView(groups, typed, HelpSearch.find(groups, typed), callable()));
    }

    /// This page is read when things do not work: without the database it still has the landlord's own number.
    private List<Agency> callable() {
        try {
            return agencies.all().stream()
                    .filter(agency -> agency.phone() != null)
                    .toList();
        } catch (DataAccessException e) {
            return List.of();
        }
    }
}
