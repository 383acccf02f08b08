package fr.opalconnect.debit;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.platform.Looks;
import fr.opalconnect.platform.Views;
import fr.opalconnect.tenancy.TenantFile;
import fr.opalconnect.tenancy.TenantFiles;
import fr.opalconnect.ui.Texts;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// A tenant's mandates at the desk: how they stand and how they were signed, the IBAN in part only.
@Controller
class TenantMandatePage {
    private final TenantFiles files;
    private final Mandates mandates;
    private final Looks looks;
    private final Views views;
    private final InstantSource clock;

    TenantMandatePage(TenantFiles files, Mandates mandates, Looks looks, Views views, InstantSource clock) {
        this.files = files;
        this.mandates = mandates;
        this.looks = looks;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping(DebitsPage.PATH + "/locataires/{number}")
    View mandates(SignedInStaff who, @PathVariable String number) {
        TenantFile file = files.find(who, new TenantNumber(number));
        if (file == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        looks.look(who, file.number().value(), "mandate", null);
        return views.page(
                "debit/TenantMandates",
                new TenantMandatesView(
                        file.number(),
                        file.tenancy().fullName(),
                        mandates.ofLeases(file.tenancy().leaseNumbers()),
                        clock.instant().atZone(Texts.ZONE).toLocalDate()));
    }
}
