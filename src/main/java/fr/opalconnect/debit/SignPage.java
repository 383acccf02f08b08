package fr.opalconnect.debit;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Code;
import fr.opalconnect.platform.Device;
import fr.opalconnect.platform.Live;
import fr.opalconnect.platform.Views;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Reads the mandate, has a code sent, enters it: that signs.
@Controller
class SignPage {
    static final String READ = "/payer/prelevement/mandat";
    static final String CODE = "/payer/prelevement/code";

    private final Signatures signatures;
    private final DebitSettings settings;
    private final Vault vault;
    private final Live live;
    private final Views views;
    private final InstantSource clock;

    SignPage(Signatures signatures, DebitSettings settings, Vault vault, Live live, Views views, InstantSource clock) {
        this.settings = settings;
        this.signatures = signatures;
        this.vault = vault;
        this.live = live;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping(READ)
    View read(
            SignedInTenant who,
            @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy,
            @RequestParam(required = false) @Nullable String envoi) {
        return page("debit/Read", who, tenancy, "", note(envoi), Mistakes.NONE, HttpStatus.OK);
    }

    @PostMapping(CODE + "/envoi")
    View send(SignedInTenant who, @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy) {
        return new RedirectView(
                switch (signatures.send(who, tenancy)) {
                    case Signatures.Sent.Gone _ -> CODE;
                    case Signatures.Sent.NotYet _ -> CODE + "?envoi=attendre";
                    case Signatures.Sent.TooMany _ -> READ + "?envoi=trop";
                    case Signatures.Sent.NotNow _ -> BeginPage.PATH;
                });
    }

    @GetMapping(CODE)
    View code(
            SignedInTenant who,
            @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy,
            @RequestParam(required = false) @Nullable String envoi) {
        Signing signing = signatures.current(who);
        return signing != null && signing.sends() == 0
                ? new RedirectView(READ)
                : page("debit/Sign", who, tenancy, "", note(envoi), Mistakes.NONE, HttpStatus.OK);
    }

    /// Tells the page when the code has arrived.
    @GetMapping(CODE + "/direct")
    View direct(SignedInTenant who) {
        CodeSent sent = signatures.codeOf(who);
        return live.follow(who, sent == null ? List.of() : List.of(sent.topic()));
    }

    @PostMapping(CODE)
    View enter(
            SignedInTenant who,
            @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        Code typed = Code.read(code);
        if (typed == null) {
            return again(who, tenancy, code, code.isBlank() ? "debit.code.missing" : "debit.code.not-six");
        }
        String device = Device.of(request.getHeader("User-Agent"));
        return switch (signatures.enter(who, tenancy, typed, device)) {
            case Signatures.Entered.Signed signed ->
                new RedirectView(MandatePage.PATH + (signed.change() ? "?fait=iban" : "?fait=signe"));
            case Signatures.Entered.Wrong wrong ->
                again(
                        who,
                        tenancy,
                        code,
                        wrong.left() == 1 ? "debit.code.wrong.last" : "debit.code.wrong",
                        wrong.left());
            case Signatures.Entered.NoLivingCode _ -> again(who, tenancy, code, "debit.code.dead");
            case Signatures.Entered.TooMany _ -> again(who, tenancy, code, "debit.code.too-many");
            case Signatures.Entered.NotNow _ -> new RedirectView(BeginPage.PATH);
        };
    }

    private View again(SignedInTenant who, Tenancy tenancy, String typed, String textKey, Object... values) {
        Mistakes mistakes = Mistakes.of(new Mistake("code", textKey, values));
        return page("debit/Sign", who, tenancy, typed, null, mistakes, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static @Nullable String note(@Nullable String envoi) {
        return switch (envoi) {
            case "attendre" -> "debit.code.wait-first";
            case "trop" -> "debit.code.too-many-sent";
            case null, default -> null;
        };
    }

    private View page(
            String template,
            SignedInTenant who,
            Tenancy tenancy,
            String typed,
            @Nullable String note,
            Mistakes mistakes,
            HttpStatus status) {
        Signing signing = signatures.current(who);
        Phone phone = tenancy.phone();
        if (signing == null || phone == null) {
            return new RedirectView(BeginPage.PATH); // which leads on to the mandate when there is one
        }
        String bank = Banks.nameOf(vault.open(signing.id(), signing.sealed()));
        return views.page(
                template,
                new SignView(
                        signing,
                        signatures.codeOf(who),
                        clock.instant(),
                        Texts.unbroken(phone.masked()),
                        bank,
                        typed,
                        note,
                        mistakes,
                        settings),
                status);
    }
}
