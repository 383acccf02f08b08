package fr.opalconnect.insurance;

import fr.opalconnect.attachment.Attachment;
import fr.opalconnect.attachment.Attachments;
import fr.opalconnect.attachment.Served;
import fr.opalconnect.insurance.InsuranceList.Shown;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import java.util.List;
import java.util.Map;
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
    private final InsuranceList list;
    private final Attachments attachments;
    private final MissingList missing;
    private final Views views;

    InsuranceDeskPage(
            InsuranceDesk desk, InsuranceList list, Attachments attachments, MissingList missing, Views views) {
        this.desk = desk;
        this.list = list;
        this.attachments = attachments;
        this.missing = missing;
        this.views = views;
    }

    /// What the list is narrowed to, as addresses and forms say it.
    ///
    /// @param etat   piles
    /// @param agence the code of one agency; all where there is none
    /// @param page   the first is 1
    record Narrowed(
            @Nullable List<String> etat,
            @Nullable String agence,
            @Nullable String page) {
        Set<Pile> piles() {
            return Pile.of(etat);
        }

        int number() {
            return page != null && page.matches("[1-9]\\d{0,3}") ? Math.min(Integer.parseInt(page), LAST_PAGE) : 1;
        }

        String address(String done) {
            return PATH + "?" + InsuranceDeskView.query(piles()) + AgencyChoice.query(agence) + "&fait=" + done;
        }
    }

    @GetMapping(PATH)
    View list(SignedInStaff who, Narrowed narrowed, @RequestParam(required = false) @Nullable String fait) {
        return page(who, narrowed, fait, null, Mistakes.NONE, HttpStatus.OK);
    }

    /// Those that the list is narrowed to, or all that are missing, as spreadsheets open it.
    @GetMapping(PATH + ".csv")
    ResponseEntity<byte[]> file(SignedInStaff who, Narrowed narrowed) {
        return missing.file(who, narrowed.agence(), narrowed.etat() == null ? Set.of(Pile.MISSING) : narrowed.piles());
    }

    @PostMapping(PATH + "/{id}/accepter")
    View accept(SignedInStaff who, @PathVariable UUID id, Narrowed narrowed) {
        return after(desk.accept(who, id), narrowed, "accepte");
    }

    /// @param motif a ready reason, the button pressed
    /// @param mots  or one's own words
    @PostMapping(PATH + "/{id}/refuser")
    View refuse(
            SignedInStaff who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String motif,
            @RequestParam(defaultValue = "") String mots,
            Narrowed narrowed) {
        String words = mots.strip().substring(0, Math.min(mots.strip().length(), LONGEST));
        Reason ready = Reason.of(motif);
        if (ready == null && words.isEmpty()) {
            Mistakes mistakes = Mistakes.of(new Mistake("mots-" + id, "insurance.error.reason"));
            return page(who, narrowed, null, id, mistakes, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return after(desk.refuse(who, id, ready == null ? words : ready.path()), narrowed, "refuse");
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

    private static View after(Ending ending, Narrowed narrowed, String done) {
        return switch (ending) {
            case Ending.Done ignored -> new RedirectView(narrowed.address(done));
            case Ending.NotFound gone -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Ending other -> new RedirectView(narrowed.address("entretemps"));
        };
    }

    private View page(
            SignedInStaff who,
            Narrowed narrowed,
            @Nullable String done,
            @Nullable UUID wrong,
            Mistakes mistakes,
            HttpStatus status) {
        Set<Pile> piles = narrowed.piles();
        int page = narrowed.number();
        Shown shown = list.of(who, narrowed.agence(), piles, (page - 1) * InsuranceList.PAGE, InsuranceList.PAGE);
        List<UUID> pieces = shown.rows().stream()
                .map(InsuranceList.Row::certificate)
                .filter(Objects::nonNull)
                .flatMap(one -> one.pieces().stream())
                .toList();
        Map<UUID, Attachment> files =
                attachments.of(pieces).stream().collect(Collectors.toMap(Attachment::id, Function.identity()));
        return views.page(
                "insurance/InsuranceDesk",
                new InsuranceDeskView(shown, piles, files, page, done, wrong, mistakes),
                status);
    }
}
