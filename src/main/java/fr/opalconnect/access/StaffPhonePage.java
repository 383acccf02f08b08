package fr.opalconnect.access;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Brand;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Another phone takes the place of the first, once it has shown that it works.
@Controller
class StaffPhonePage {
    private static final String PATH = StaffAccountPage.PATH + "/telephone";

    private final StaffAccount account;
    private final Refusals refusals;
    private final Brand brand;
    private final Views views;

    StaffPhonePage(StaffAccount account, Refusals refusals, Brand brand, Views views) {
        this.account = account;
        this.refusals = refusals;
        this.brand = brand;
        this.views = views;
    }

    @GetMapping(PATH)
    View phone(SignedInStaff who) {
        return page(who, Mistakes.NONE, HttpStatus.OK);
    }

    @PostMapping(PATH)
    View change(
            SignedInStaff who,
            @RequestParam(name = "actuel", defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            HttpServletResponse response) {
        if (password.isEmpty()) {
            return again(who, new Mistake("actuel", "access.security.present.missing"));
        }
        return switch (account.changePhone(who, password, code)) {
            case StaffAccount.Ending.Done _ -> new RedirectView(StaffAccountPage.PATH + "?fait=telephone");
            case StaffAccount.Ending.WrongPassword _ ->
                again(who, new Mistake("actuel", "access.security.present.wrong"));
            case StaffAccount.Ending.TooMany many -> refusals.tooMany(response, many.until(), PATH);
            case StaffAccount.Ending.Busy _ -> again(who, new Mistake("actuel", "access.busy"));
            default -> again(who, StaffInvitationPage.codeMistake(code));
        };
    }

    private View again(SignedInStaff who, Mistake mistake) {
        return page(who, Mistakes.of(mistake), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View page(SignedInStaff who, Mistakes mistakes, HttpStatus status) {
        byte[] key = account.nextKey(who);
        if (key == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return views.page(
                "access/StaffPhone",
                new StaffInvitationView(
                        who.name(),
                        "",
                        Totp.address(key, brand.product(), who.name()),
                        Totp.base32(key),
                        null,
                        mistakes),
                status);
    }
}
