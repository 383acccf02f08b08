package fr.opalconnect.insurance;

import fr.opalconnect.attachment.Attachment;
import fr.opalconnect.attachment.Attachments;
import fr.opalconnect.attachment.Served;
import fr.opalconnect.insurance.InsuranceDesk.Shown;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Assurances: what tenants sent, what ends soon, what is missing; each is accepted or refused here with one press.
@Controller
class InsuranceDeskPage {
    static final String PATH = SignedInStaff.DESK + "/assurances";

    private static final int LONGEST = 500;
    private static final int LAST_PAGE = 1_000;

    private final InsuranceDesk desk;
    private final Attachments attachments;
    private final MissingList missing;
    private final Views views;

    InsuranceDeskPage(InsuranceDesk desk, Attachments attachments, MissingList missing, Views views) {
        this.desk = desk;
        this.attachments = attachments;
        this.missing = missing;
        this.views = views;
    }

    @GetMapping(PATH)
    View list(
            SignedInStaff who,
            @RequestParam(required = false) @Nullable List<String> etat,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(required = false) @Nullable String fait) {
        return page(who, Pile.of(etat), number(page), fait, null, Mistakes.NONE, HttpStatus.OK);
    }

    /// Those that the list is narrowed to, or all that are missing, as spreadsheets open it.
    @GetMapping(PATH + ".csv")
    ResponseEntity<byte[]> file(SignedInStaff who, @RequestParam(required = false) @Nullable List<String> etat) {
        return missing.file(who, etat == null ? Set.of(Pile.MISSING) : Pile.of(etat));
    }

    @PostMapping(PATH + "/{id}/accepter")
    View accept(SignedInStaff who, @PathVariable UUID id, @RequestParam(required = false) @Nullable List<String> etat) {
        return after(desk.accept(who, id), Pile.of(etat), "accepte");
    }

    /// @param motif a ready reason, the button pressed
    /// @param mots  or one's own words
    @PostMapping(PATH + "/{id}/refuser")
    View refuse(
            SignedInStaff who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String motif,
            @RequestParam(defaultValue = "") String mots,
            @RequestParam(required = false) @Nullable List<String> etat) {
        String words = mots.strip().substring(0, Math.min(mots.strip().length(), LONGEST));
        Reason ready = Reason.of(motif);
        if (ready == null && words.isEmpty()) {
            Mistakes mistakes = Mistakes.of(new Mistake("mots-" + id, "insurance.error.reason"));
            return page(who, Pile.of(etat), 1, null, id, mistakes, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return after(desk.refuse(who, id, ready == null ? words : ready.path()), Pile.of(etat), "refuse");
    }

    @GetMapping(PATH + "/pieces/{id}")
    ResponseEntity<byte[]> whole(SignedInStaff who, @PathVariable UUID id) {
        return serve(who, id, false);
    }

    @GetMapping(PATH + "/pieces/{id}/petite")
    ResponseEntity<byte[]> small(SignedInStaff who, @PathVariable UUID id) {
        return serve(who, id, true);
    }

    private ResponseEntity<byte[]> serve(SignedInStaff who, UUID id, boolean small) {
        Served served = desk.maySee(who, id) ? attachments.serve(id, small) : null;
        if (served == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return served.answer();
    }

    private static View after(Ending ending, Set<Pile> piles, String done) {
        return switch (ending) {
            case Ending.Done ignored -> back(piles, done);
            case Ending.NotFound gone -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Ending other -> back(piles, "entretemps");
        };
    }

    private static View back(Set<Pile> piles, String done) {
        return new RedirectView(PATH + "?" + InsuranceDeskView.query(piles) + "&fait=" + done);
    }

    private View page(
            SignedInStaff who,
            Set<Pile> piles,
            int page,
            @Nullable String done,
            @Nullable UUID wrong,
            Mistakes mistakes,
            HttpStatus status) {
        Shown shown = desk.list(who, piles, (page - 1) * InsuranceDesk.PAGE, InsuranceDesk.PAGE);
        List<UUID> pieces = shown.rows().stream()
                .map(InsuranceDesk.Row::certificate)
                .filter(Objects::nonNull)
                .flatMap(one -> one.pieces().stream())
                .toList();
        return views.page(
                "insurance/InsuranceDesk",
                new InsuranceDeskView(
                        shown,
                        piles,
                        attachments.of(pieces).stream().collect(Collectors.toMap(Attachment::id, Function.identity())),
                        page,
                        done,
                        wrong,
                        mistakes),
                status);
    }

    private static int number(String page) {
        return page.matches("[1-9]\\d{0,3}") ? Math.min(Integer.parseInt(page), LAST_PAGE) : 1;
    }
}
