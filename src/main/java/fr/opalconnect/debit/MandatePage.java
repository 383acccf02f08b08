package fr.opalconnect.debit;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Views;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Texts;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Prélèvement: the mandate as it stands, what is coming and what came, and what its holder may do with it.
@Controller
class MandatePage {
    static final String PATH = "/prelevement";

    private final Mandates mandates;
    private final Doorstep doorstep;
    private final MandatePapers papers;
    private final Views views;
    private final InstantSource clock;

    MandatePage(Mandates mandates, Doorstep doorstep, MandatePapers papers, Views views, InstantSource clock) {
        this.mandates = mandates;
        this.doorstep = doorstep;
        this.papers = papers;
        this.views = views;
        this.clock = clock;
    }

    /// @param fait what was just done
    @GetMapping(PATH)
    View mandate(
            SignedInTenant who,
            @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy,
            @RequestParam(required = false) @Nullable String fait) {
        Mandate living = mandates.living(who);
        List<Mandate> own = mandates.of(who);
        Mandate shown = living != null || own.isEmpty() ? living : own.getFirst();
        boolean theirs = shown != null && shown.tenant().equals(who.number());
        return views.page(
                "debit/MandateSheet",
                new MandateView(
                        shown,
                        theirs,
                        shown == null ? List.of() : mandates.debitsOf(shown),
                        shown == null || !theirs ? List.of() : mandates.stepsOf(shown),
                        clock.instant().atZone(Texts.ZONE).toLocalDate(),
                        note(fait),
                        doorstep.of(who, tenancy)));
    }

    @PostMapping(PATH + "/suspendre")
    View suspend(SignedInTenant who) {
        return done(mandates.suspend(who), "suspendu");
    }

    @PostMapping(PATH + "/reprendre")
    View resume(SignedInTenant who) {
        return done(mandates.resume(who), "repris");
    }

    @PostMapping(PATH + "/fin")
    View end(SignedInTenant who) {
        return done(mandates.end(who), "fini");
    }

    /// The mandate on paper, for whoever signed it.
    @GetMapping(PATH + "/{id}/mandat.pdf")
    ResponseEntity<byte[]> paper(SignedInTenant who, @PathVariable UUID id) {
        Mandate mandate = mandates.find(who, id);
        if (mandate == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"mandat-%s.pdf\""
                                .formatted(mandate.rum().replaceAll("[^A-Za-z0-9-]", "-")))
                .body(papers.of(mandate));
    }

    private static View done(boolean done, String what) {
        return new RedirectView(done ? PATH + "?fait=" + what : PATH);
    }

    private static @Nullable String note(@Nullable String fait) {
        return switch (fait) {
            case "signe" -> "debit.done.signed";
            case "iban" -> "debit.done.account";
            case "suspendu" -> "debit.done.suspended";
            case "repris" -> "debit.done.resumed";
            case "fini" -> "debit.done.ended";
            case null, default -> null;
        };
    }
}
