package fr.opalconnect.access;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.platform.Code;
import fr.opalconnect.platform.Device;
import fr.opalconnect.platform.Open;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Brand;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The first time at the desk: a password, a phone, the recovery codes.
@Controller
@Open
class StaffInvitationPage {
    static final String PATH = SignedInStaff.DESK + "/invitation";

    private final StaffInvitations invitations;
    private final StaffEnrolment enrolment;
    private final StaffSettings settings;
    private final Refusals refusals;
    private final Brand brand;
    private final Views views;

    StaffInvitationPage(
            StaffInvitations invitations,
            StaffEnrolment enrolment,
            StaffSettings settings,
            Refusals refusals,
            Brand brand,
            Views views) {
        this.invitations = invitations;
        this.enrolment = enrolment;
        this.settings = settings;
        this.refusals = refusals;
        this.brand = brand;
        this.views = views;
    }

    /// The link's token goes into a cookie at once, so that it stands neither in the address bar nor in the history.
    @GetMapping(PATH)
    View open(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String jeton) {
        if (jeton != null) {
            StaffTokens.keepInvitation(request, response, jeton.replaceAll("[^A-Za-z0-9_-]", ""));
            return new RedirectView(PATH);
        }
        StaffInvitations.Open open = invitations.find(StaffTokens.invitation(request));
        return open == null ? gone() : page(open, null, Mistakes.NONE, HttpStatus.OK);
    }

    @PostMapping(PATH)
    View enrol(
            @RequestParam(name = PasswordMistakes.FIELD, defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        String token = StaffTokens.invitation(request);
        StaffInvitations.Open open = invitations.find(token);
        if (token == null || open == null) {
            return gone();
        }
        String device = Device.of(request.getHeader(HttpHeaders.USER_AGENT));
        return switch (enrolment.enrol(token, password, code, device)) {
            case StaffEnrolment.Ending.Enrolled enrolled -> {
                StaffTokens.dropInvitation(request, response);
                StaffTokens.keepSession(request, response, enrolled.token(), settings.sessionWhole());
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                yield views.page("access/RecoveryCodes", new RecoveryCodesView(enrolled.codes(), true));
            }
            case StaffEnrolment.Ending.Weak weak -> again(open, PasswordMistakes.of(password, weak.verdict()));
            case StaffEnrolment.Ending.WrongCode _ -> again(open, Mistakes.of(codeMistake(code)));
            case StaffEnrolment.Ending.TooMany many -> refusals.tooMany(response, many.until(), PATH);
            case StaffEnrolment.Ending.Busy _ ->
                page(open, "access.busy", Mistakes.NONE, HttpStatus.SERVICE_UNAVAILABLE);
            case StaffEnrolment.Ending.Gone _ -> gone();
        };
    }

    static Mistake codeMistake(String code) {
        if (code.isBlank()) {
            return new Mistake("code", "access.desk.code.missing");
        }
        return new Mistake("code", Code.read(code) == null ? "access.desk.code.not-six" : "access.desk.code.wrong");
    }

    private View gone() {
        return views.page("access/StaffInvitationGone", settings.invitation(), HttpStatus.GONE);
    }

    private View again(StaffInvitations.Open open, Mistakes mistakes) {
        return page(open, null, mistakes, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View page(StaffInvitations.Open open, @Nullable String note, Mistakes mistakes, HttpStatus status) {
        StaffMember member = open.member();
        byte[] key = open.invitation().totpKey();
        return views.page(
                "access/StaffInvitation",
                new StaffInvitationView(
                        member.name(),
                        member.email(),
                        Totp.address(key, brand.product(), member.email()),
                        Totp.base32(key),
                        note,
                        mistakes),
                status);
    }
}
