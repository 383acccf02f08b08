package fr.opalconnect.document;

import fr.opalconnect.attachment.Attachments;
import fr.opalconnect.attachment.Joined;
import fr.opalconnect.attachment.Served;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
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

/// The tenant's own files: put here, looked at, thrown away.
@Controller
class OwnPage {
    static final String ADD = "/documents/deposer";
    static final String FOLDER = "/documents/envois/";

    private final OwnDocuments documents;
    private final Attachments attachments;
    private final Views views;

    OwnPage(OwnDocuments documents, Attachments attachments, Views views) {
        this.documents = documents;
        this.attachments = attachments;
        this.views = views;
    }

    @GetMapping(ADD)
    View form(SignedInTenant who) {
        return views.page("document/Own", OwnView.blank());
    }

    @PostMapping(ADD)
    View add(SignedInTenant who, @RequestParam(defaultValue = "") String titre, HttpServletRequest request) {
        Joined joined = attachments.joined(OwnDocuments.owner(who), request);
        List<Mistake> wrong = new ArrayList<>(joined.mistakes().all());
        if (joined.kept().isEmpty() && wrong.isEmpty()) {
            wrong.add(new Mistake(Joined.FIELD, "document.own.none"));
        }
        if (wrong.isEmpty() && documents.isFull(who, joined.kept().size())) {
            wrong.add(new Mistake(Joined.FIELD, "document.own.full", Integer.toString(documents.most())));
        }
        if (wrong.isEmpty() && !documents.add(who, titre, joined.kept())) {
            wrong.add(new Mistake(Joined.FIELD, "document.own.lost"));
        }
        return wrong.isEmpty()
                ? new RedirectView(DocumentsPage.PATH + "?fait=ajoute")
                : views.page(
                        "document/Own",
                        new OwnView(titre, joined, new Mistakes(wrong)),
                        HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping(FOLDER + "{id}")
    ResponseEntity<byte[]> open(SignedInTenant who, @PathVariable UUID id) {
        return serve(who, id).answer();
    }

    @GetMapping(FOLDER + "{id}" + FilePage.SAVE)
    ResponseEntity<byte[]> save(SignedInTenant who, @PathVariable UUID id) {
        ResponseEntity<byte[]> shown = serve(who, id).answer();
        HttpHeaders headers = new HttpHeaders();
        headers.putAll(shown.getHeaders());
        headers.setContentDisposition(org.springframework.http.ContentDisposition.attachment()
                .filename(
                        shown.getHeaders().getContentDisposition().getFilename(),
                        java.nio.charset.StandardCharsets.UTF_8)
                .build());
        return new ResponseEntity<>(shown.getBody(), headers, HttpStatus.OK);
    }

    @PostMapping(FOLDER + "{id}/retirer")
    View remove(SignedInTenant who, @PathVariable UUID id) {
        if (!documents.remove(who, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new RedirectView(DocumentsPage.PATH + "?fait=retire");
    }

    private Served serve(SignedInTenant who, UUID id) {
        Served served = documents.serve(who, id);
        if (served == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return served;
    }
}
