package fr.opalconnect.exchange;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Live;
import fr.opalconnect.platform.Views;
import fr.opalconnect.vault.Vault;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Imports: what came from the ERP and what became of it; the running one; what was rejected; the question of one that
/// would change much. For administrators: for all others there is no such page.
@Controller
class ImportsPage {
    static final String PATH = SignedInStaff.DESK + "/imports";

    private static final int RUNS = 60;
    private static final int REJECTS = 100;

    private static final int LOST = 20;

    private final ImportDesk desk;
    private final Vault vault;
    private final Live live;
    private final Views views;
    private final InstantSource clock;

    ImportsPage(ImportDesk desk, Vault vault, Live live, Views views, InstantSource clock) {
        this.desk = desk;
        this.vault = vault;
        this.live = live;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping(PATH)
    View list(SignedInStaff who) {
        mayLook(who);
        return views.page(
                "exchange/Imports",
                new ImportsView(desk.latest(who, RUNS), vault.countTroubles(), vault.troubles(LOST), clock.instant()));
    }

    @GetMapping(PATH + "/nouvelles")
    View news(SignedInStaff who) {
        mayLook(who);
        return live.follow(who, List.of(Imports.TOPIC));
    }

    @GetMapping(PATH + "/{run}")
    View one(SignedInStaff who, @PathVariable long run, @RequestParam(required = false) @Nullable String reponse) {
        String note = switch (reponse) {
            case "oui" -> "exchange.answered.yes";
            case "non" -> "exchange.answered.no";
            case "tard" -> "exchange.answered.late";
            case null, default -> null;
        };
        return views.page(
                "exchange/ImportOne",
                new ImportRunView(find(who, run), desk.rejects(who, run, REJECTS), note, clock.instant()));
    }

    @GetMapping(PATH + "/{run}/rejets.csv")
    ResponseEntity<byte[]> rejects(SignedInStaff who, @PathVariable long run) {
        find(who, run);
        ContentDisposition file = ContentDisposition.attachment()
                .filename("rejets-import-" + run + ".csv")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv; charset=utf-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(RejectsCsv.of(desk.takeRejects(who, run)));
    }

    @PostMapping(PATH + "/{run}/reponse")
    View answer(SignedInStaff who, @PathVariable long run, @RequestParam boolean prendre) {
        find(who, run);
        boolean answered = desk.answer(who, run, prendre);
        return new RedirectView(PATH + "/" + run + "?reponse=" + (answered ? prendre ? "oui" : "non" : "tard"));
    }

    private ImportRun find(SignedInStaff who, long id) {
        ImportRun run = desk.find(who, id);
        if (run == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return run;
    }

    private static void mayLook(SignedInStaff who) {
        if (!ImportDesk.mayLook(who)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
