package fr.opalconnect.office;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.notification.MailAddresses;
import fr.opalconnect.platform.Views;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.TenantFile;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// A tenant's file. Every look is written down; of somebody who has left, it is asked why.
@Controller
class TenantFilePage {
    static final String PATH = "/bureau/locataires/";

    private final OpenFile files;
    private final FileContents contents;
    private final MailAddresses addresses;
    private final Views views;
    private final InstantSource clock;

    TenantFilePage(OpenFile files, FileContents contents, MailAddresses addresses, Views views, InstantSource clock) {
        this.files = files;
        this.contents = contents;
        this.addresses = addresses;
        this.views = views;
        this.clock = clock;
    }

    /// @param fait what was just done, for a word about it
    @GetMapping("/bureau/locataires/{number}")
    View file(SignedInStaff who, @PathVariable String number, @RequestParam(required = false) @Nullable String fait) {
        return switch (files.open(who, new TenantNumber(number))) {
            case OpenFile.Answer.Opened opened ->
                views.page(
                        "office/TenantFile", contents.of(who, opened.file(), returned(opened.file()), fait, today()));
            case OpenFile.Answer.AskWhy ask -> why(ask.file(), Mistakes.NONE, HttpStatus.OK);
            case OpenFile.Answer.NotTheirs no -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case OpenFile.Answer.TooMany many -> throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    /// The answer to why.
    @PostMapping("/bureau/locataires/{number}/motif")
    View because(SignedInStaff who, @PathVariable String number, @RequestParam(defaultValue = "") String motif) {
        TenantNumber tenant = new TenantNumber(number);
        TenantFile file = files.find(who, tenant);
        if (file == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (motif.isBlank() || motif.length() > OpenFile.LONGEST_REASON) {
            Mistakes mistakes = Mistakes.of(new Mistake("motif", "office.why.error"));
            return why(file, mistakes, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        files.openBecause(who, file, motif.strip());
        return new RedirectView(PATH + tenant.value());
    }

    /// The statement of a year of one lease.
    @GetMapping("/bureau/locataires/{number}/compte")
    View account(
            SignedInStaff who,
            @PathVariable String number,
            @RequestParam String bail,
            @RequestParam(required = false) @Nullable String annee) {
        OpenFile.Answer answer = files.open(who, new TenantNumber(number));
        if (answer instanceof OpenFile.Answer.NotTheirs) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!(answer instanceof OpenFile.Answer.Opened opened)) {
            return new RedirectView(PATH + number);
        }
        HeldLease lease = opened.file().tenancy().lease(new LeaseNumber(bail));
        if (lease == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Integer year = annee != null && annee.matches("(19|20)[0-9]{2}") ? Integer.valueOf(annee) : null;
        return views.page("office/TenantAccount", contents.account(who, opened.file(), lease, year, today()));
    }

    /// Somebody knows that the address is right: e-mails are sent there again.
    @PostMapping("/bureau/locataires/{number}/courriel/essayer")
    View tryAgain(SignedInStaff who, @PathVariable String number) {
        TenantFile file = files.find(who, new TenantNumber(number));
        if (file == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        addresses.clear(file.tenancy().email());
        return new RedirectView(PATH + file.number().value() + "?fait=courriel");
    }

    private MailAddresses.@Nullable Returned returned(TenantFile file) {
        return addresses.returned(file.tenancy().email());
    }

    private View why(TenantFile file, Mistakes mistakes, HttpStatus status) {
        return views.page("office/Why", new WhyView(file, mistakes), status);
    }

    private LocalDate today() {
        return clock.instant().atZone(Texts.ZONE).toLocalDate();
    }
}
