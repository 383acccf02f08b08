package fr.opalconnect.demo;

import fr.opalconnect.notification.SandboxMails;
import fr.opalconnect.platform.Open;
import fr.opalconnect.platform.Views;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The mailboxes of the demonstration: what they received, and a way to make a letter come back.
@Controller
@Open
@Profile("demo")
class MailsPage {
    /// A letter has its styles in itself, and is to do nothing at all.
    private static final String LETTERS_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                    + "sandbox allow-popups allow-top-navigation-by-user-activation";

    private final ObjectProvider<SandboxMails> mails;
    private final Views views;
    private final InstantSource clock;

    MailsPage(ObjectProvider<SandboxMails> mails, Views views, InstantSource clock) {
        this.mails = mails;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/demo/courriels")
    View mails() {
        SandboxMails kept = mails.getIfAvailable();
        return views.page("demo/Mails", new MailsView(kept == null ? List.of() : kept.latest(), clock.instant()));
    }

    /// As the mail program shows it.
    @GetMapping("/demo/courriels/{id}")
    ResponseEntity<byte[]> letter(@PathVariable long id) {
        SandboxMails.Letter letter = kept().find(id);
        if (letter == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .header("Content-Security-Policy", LETTERS_POLICY)
                .header("Content-Type", "text/html; charset=utf-8")
                .body(letter.html().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/demo/courriels/{id}/retour")
    View comeBack(@PathVariable long id) {
        kept().comeBack(id);
        return new RedirectView("/demo/courriels");
    }

    private SandboxMails kept() {
        SandboxMails kept = mails.getIfAvailable();
        if (kept == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return kept;
    }
}
