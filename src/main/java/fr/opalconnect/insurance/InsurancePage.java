package fr.opalconnect.insurance;

import fr.opalconnect.attachment.Attachment;
import fr.opalconnect.attachment.Attachments;
import fr.opalconnect.attachment.FileKind;
import fr.opalconnect.attachment.Joined;
import fr.opalconnect.attachment.Served;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Views;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Assurance habitation: where it stands, the certificate to send, and what the law asks.
@Controller
class InsurancePage {
    static final String PATH = "/assurance";

    private final Certificates certificates;
    private final Attachments attachments;
    private final Covers covers;
    private final InsuranceSettings settings;
    private final Views views;

    InsurancePage(
            Certificates certificates,
            Attachments attachments,
            Covers covers,
            InsuranceSettings settings,
            Views views) {
        this.certificates = certificates;
        this.attachments = attachments;
        this.covers = covers;
        this.settings = settings;
        this.views = views;
    }

    @GetMapping(PATH)
    View show(
            SignedInTenant who,
            @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy,
            @RequestParam(required = false) @Nullable String envoye) {
        Form blank = new Form(Typed.blank(), Joined.nothing(Joined.TENANTS_DOOR), false, Mistakes.NONE);
        return page(who, tenancy, blank, envoye != null, HttpStatus.OK);
    }

    /// Without dates it comes back with those that stand in the file, where they do: to be looked at, and sent.
    @PostMapping(PATH)
    View send(
            SignedInTenant who,
            @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy,
            @ModelAttribute Typed typed,
            HttpServletRequest request) {
        if (!covers.isAsked(lease(who, tenancy))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Joined joined = attachments.joined(Certificates.actor(who), request);
        PeriodInPdf read = typed.hasNoDates() ? read(joined) : null;
        if (read != null && joined.isComplete()) {
            return page(who, tenancy, new Form(typed.with(read), joined, true, Mistakes.NONE), false, HttpStatus.OK);
        }
        List<Mistake> mistakes = new ArrayList<>(joined.mistakes().all());
        if (joined.kept().isEmpty() && mistakes.isEmpty()) {
            mistakes.add(new Mistake(Joined.FIELD, "insurance.error.file"));
        }
        mistakes.addAll(typed.mistakes(settings, covers.today()));
        if (!mistakes.isEmpty()) {
            return again(who, tenancy, typed, joined, new Mistakes(mistakes), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Certificates.Draft draft = new Certificates.Draft(
                Objects.requireNonNull(typed.from()),
                Objects.requireNonNull(typed.until()),
                typed.insurer(),
                joined.ids(),
                typed.key());
        return switch (certificates.send(who, draft)) {
            case Ending.Done done -> new RedirectView(PATH + "?envoye");
            case Ending.TooMany many ->
                again(who, tenancy, typed, joined, mistake("insurance.error.often"), HttpStatus.TOO_MANY_REQUESTS);
            case Ending.UnknownFile file ->
                again(
                        who,
                        tenancy,
                        typed,
                        Joined.nothing(Joined.TENANTS_DOOR),
                        mistake("insurance.error.gone"),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case Ending.NotNow now -> new RedirectView(PATH);
            case Ending.NotFound gone -> new RedirectView(PATH);
        };
    }

    @PostMapping(PATH + "/{id}/retrait")
    View withdraw(SignedInTenant who, @PathVariable UUID id) {
        return switch (certificates.withdraw(who, id)) {
            case Ending.NotFound gone -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            // It was looked at meanwhile: the page shows how it stands.
            case Ending any -> new RedirectView(PATH);
        };
    }

    @GetMapping(PATH + "/pieces/{id}")
    ResponseEntity<byte[]> whole(SignedInTenant who, @PathVariable UUID id) {
        return serve(who, id, false);
    }

    @GetMapping(PATH + "/pieces/{id}/petite")
    ResponseEntity<byte[]> small(SignedInTenant who, @PathVariable UUID id) {
        return serve(who, id, true);
    }

    private ResponseEntity<byte[]> serve(SignedInTenant who, UUID id, boolean small) {
        Served served = certificates.maySee(who, id) ? attachments.serve(id, small) : null;
        if (served == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return served.answer();
    }

    /// What the form shows when it comes back.
    private record Form(Typed typed, Joined joined, boolean read, Mistakes mistakes) {}

    private View again(
            SignedInTenant who, Tenancy tenancy, Typed typed, Joined joined, Mistakes mistakes, HttpStatus status) {
        return page(who, tenancy, new Form(typed, joined, false, mistakes), false, status);
    }

    private View page(SignedInTenant who, Tenancy tenancy, Form form, boolean sent, HttpStatus status) {
        Cover cover = certificates.cover(who);
        List<Certificate> all = certificates.of(who);
        List<UUID> pieces = all.stream()
                .filter(one -> Certificates.isTheirs(who, one))
                .flatMap(one -> one.pieces().stream())
                .toList();
        return views.page(
                "insurance/Insurance",
                new InsuranceView(
                        who,
                        covers.isAsked(lease(who, tenancy)),
                        cover,
                        cover.standing(covers.today(), settings.soon()),
                        all,
                        attachments.of(pieces).stream().collect(Collectors.toMap(Attachment::id, Function.identity())),
                        form.typed(),
                        form.joined(),
                        form.read(),
                        sent,
                        settings.validity(),
                        form.mistakes()),
                status);
    }

    private @Nullable PeriodInPdf read(Joined joined) {
        return joined.kept().stream()
                .filter(piece -> piece.kind() == FileKind.PDF)
                .map(piece -> attachments.serve(piece.id(), false))
                .filter(Objects::nonNull)
                .map(served -> PeriodInPdf.read(served.bytes()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Mistakes mistake(String key) {
        return Mistakes.of(new Mistake(Joined.FIELD, key));
    }

    private static HeldLease lease(SignedInTenant who, Tenancy tenancy) {
        return Objects.requireNonNull(tenancy.lease(who.lease()), "the session holds a lease of the tenant");
    }
}
