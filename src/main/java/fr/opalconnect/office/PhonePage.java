package fr.opalconnect.office;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.platform.Views;
import fr.opalconnect.tenancy.PhoneCorrections.SecondLook;
import fr.opalconnect.tenancy.TenantFile;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import java.util.ArrayList;
import java.util.List;
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

/// A tenant's telephone number is put right: the new number and why, a second look, done.
@Controller
class PhonePage {
    private final OpenFile files;
    private final PhoneChange change;
    private final Views views;

    PhonePage(OpenFile files, PhoneChange change, Views views) {
        this.files = files;
        this.change = change;
        this.views = views;
    }

    @GetMapping("/bureau/locataires/{number}/telephone")
    View form(SignedInStaff who, @PathVariable String number) {
        return form(who, file(who, number), "", "", Mistakes.NONE, HttpStatus.OK);
    }

    /// The second look: nothing is changed yet.
    @PostMapping("/bureau/locataires/{number}/telephone")
    View look(
            SignedInStaff who,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String nouveau,
            @RequestParam(defaultValue = "") String motif) {
        TenantFile file = file(who, number);
        SecondLook look = change.look(who, file, nouveau);
        Mistakes mistakes = mistakes(look, motif);
        if (mistakes.any() || !(look instanceof SecondLook.Ready ready)) {
            return form(who, file, nouveau, motif, mistakes, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return views.page(
                "office/PhoneSecondLook",
                new PhoneSecondLookView(
                        file, nouveau, motif.strip(), ready, change.reaches(ready.number()), change.tells(file)));
    }

    @PostMapping("/bureau/locataires/{number}/telephone/corriger")
    View correct(
            SignedInStaff who,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String nouveau,
            @RequestParam(defaultValue = "") String motif,
            @RequestParam(required = false) @Nullable String regle) {
        TenantFile file = file(who, number);
        SecondLook look = change.look(who, file, nouveau);
        Mistakes mistakes = mistakes(look, motif);
        if (mistakes.any() || !(look instanceof SecondLook.Ready ready)) {
            // Somebody else was quicker, or the form was not ours: the question is put again.
            return form(who, file, nouveau, motif, mistakes, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        change.correct(who, file, ready.number(), motif.strip(), regle != null);
        return new RedirectView(TenantFilePage.PATH + file.number().value() + "?fait=numero");
    }

    /// The ERP's number is the right one after all.
    @PostMapping("/bureau/locataires/{number}/telephone/reprendre")
    View drop(SignedInStaff who, @PathVariable String number) {
        TenantFile file = file(who, number);
        change.drop(who, file);
        return new RedirectView(TenantFilePage.PATH + file.number().value() + "?fait=repris");
    }

    private TenantFile file(SignedInStaff who, String number) {
        TenantFile file = files.find(who, new TenantNumber(number));
        if (file == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return file;
    }

    private static Mistakes mistakes(SecondLook look, String reason) {
        List<Mistake> all = new ArrayList<>();
        if (look instanceof SecondLook.Unreadable) {
            all.add(new Mistake("nouveau", "office.phone.error.unreadable"));
        } else if (look instanceof SecondLook.Same) {
            all.add(new Mistake("nouveau", "office.phone.error.same"));
        }
        if (reason.isBlank() || reason.length() > OpenFile.LONGEST_REASON) {
            all.add(new Mistake("motif", "office.phone.error.reason"));
        }
        return new Mistakes(all);
    }

    private View form(
            SignedInStaff who, TenantFile file, String typed, String reason, Mistakes mistakes, HttpStatus status) {
        return views.page(
                "office/Phone", new PhoneView(file, change.requests(who, file), typed, reason, mistakes), status);
    }
}
