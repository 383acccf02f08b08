package fr.opalconnect.access;

import fr.opalconnect.access.CounterCodes.Paper;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.platform.Views;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// A code for who stands at the counter: which paper was seen, why, then the code, once.
@Controller
class CounterCodePage {
    static final String PATH = SignedInStaff.DESK + "/code-guichet/";

    private final CounterCodes codes;
    private final Refusals refusals;
    private final Views views;

    CounterCodePage(CounterCodes codes, Refusals refusals, Views views) {
        this.codes = codes;
        this.refusals = refusals;
        this.views = views;
    }

    @GetMapping(PATH + "{tenant}")
    View form(SignedInStaff who, @PathVariable String tenant) {
        return page(new CounterCodeView(theirs(who, tenant), "", "", null, Mistakes.NONE), HttpStatus.OK);
    }

    @PostMapping(PATH + "{tenant}")
    View handOut(
            SignedInStaff who,
            @PathVariable String tenant,
            @RequestParam(defaultValue = "") String piece,
            @RequestParam(defaultValue = "") String motif,
            HttpServletResponse response) {
        Tenancy tenancy = theirs(who, tenant);
        Paper paper = Arrays.stream(Paper.values())
                .filter(each -> each.key().equals(piece))
                .findFirst()
                .orElse(null);
        List<Mistake> mistakes = new ArrayList<>();
        if (paper == null) {
            mistakes.add(new Mistake("piece", "access.counter.paper.missing"));
        }
        if (motif.isBlank() || motif.length() > CounterCodes.LONGEST_REASON) {
            mistakes.add(new Mistake(
                    "motif",
                    motif.isBlank() ? "access.counter.why.missing" : "access.counter.why.long",
                    CounterCodes.LONGEST_REASON));
        }
        if (paper == null || !mistakes.isEmpty()) {
            return page(
                    new CounterCodeView(tenancy, piece, motif, null, new Mistakes(mistakes)),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (codes.handOut(who, tenancy.number(), paper, motif)) {
            case CounterCodes.Ending.Handed handed -> {
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                yield page(new CounterCodeView(tenancy, piece, motif, handed, Mistakes.NONE), HttpStatus.OK);
            }
            case CounterCodes.Ending.NotTheirs _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case CounterCodes.Ending.TooMany many -> refusals.tooMany(response, many.until(), PATH + tenant);
        };
    }

    private Tenancy theirs(SignedInStaff who, String tenant) {
        Tenancy tenancy = codes.find(who, new TenantNumber(tenant));
        if (tenancy == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return tenancy;
    }

    private View page(CounterCodeView view, HttpStatus status) {
        return views.page("access/CounterCode", view, status);
    }
}
