package fr.opalconnect.document;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Texts;
import fr.opalconnect.vault.Vault;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// The ERP's files: to look at, to save, a year of them together.
@Controller
class FilePage {
    static final String FOLDER = "/documents/fichiers/";
    static final String SAVE = "/telecharger";
    static final String YEARS = "/documents/annees/";

    private final FiledTable filed;
    private final Archive archive;
    private final Vault vault;
    private final Limits limits;
    private final TextsOf texts;
    private final Views views;

    FilePage(FiledTable filed, Archive archive, Vault vault, Limits limits, TextsOf texts, Views views) {
        this.filed = filed;
        this.archive = archive;
        this.vault = vault;
        this.limits = limits;
        this.texts = texts;
        this.views = views;
    }

    @GetMapping(FOLDER + "{key}")
    View open(SignedInTenant who, @PathVariable UUID key) {
        return file(who, key, true);
    }

    @GetMapping(FOLDER + "{key}" + SAVE)
    View save(SignedInTenant who, @PathVariable UUID key) {
        return file(who, key, false);
    }

    private View file(SignedInTenant who, UUID key, boolean inline) {
        Filed found = filed.find(who, key);
        if (found == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Content content = found.content();
        return new FileAnswer(
                from -> vault.open(content.object(), from),
                found.fileName(),
                content.type(),
                content.size(),
                content.sha256(),
                inline,
                views.page("document/Unreadable", new UnreadableView(found.label()), HttpStatus.SERVICE_UNAVAILABLE));
    }

    @GetMapping(YEARS + "{year}.zip")
    View year(SignedInTenant who, @PathVariable int year, HttpServletRequest request) {
        if (limits.spend(Limit.PACKED_YEARS_PER_TENANT, who.number().value()) instanceof Limits.Answer.Refused) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        Texts t = texts.of(request);
        List<Item> items = archive.of(who, null, t).items().stream()
                .filter(item -> item.date().getYear() == year && item.content() != null)
                .toList();
        if (items.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new YearZip(year, items, t);
    }
}
