package fr.opalconnect.debit;

import fr.opalconnect.debit.Doorstep.Stand;
import fr.opalconnect.kernel.Iban;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.landlord.Agencies;
import fr.opalconnect.platform.Languages;
import fr.opalconnect.platform.Views;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Automatic debit begins here: whose account, which one, on which day. And another account, later.
@Controller
class BeginPage {
    static final String PATH = "/payer/prelevement";
    static final String CHANGE = "/prelevement/iban";
    private static final int LONGEST_NAME = 70;

    private final Doorstep doorstep;
    private final Signatures signatures;
    private final DebitSettings settings;
    private final Agencies agencies;
    private final Languages languages;
    private final Views views;

    BeginPage(
            Doorstep doorstep,
            Signatures signatures,
            DebitSettings settings,
            Agencies agencies,
            Languages languages,
            Views views) {
        this.doorstep = doorstep;
        this.signatures = signatures;
        this.settings = settings;
        this.agencies = agencies;
        this.languages = languages;
        this.views = views;
    }

    @GetMapping(PATH)
    View begin(SignedInTenant who, @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy) {
        return switch (doorstep.of(who, tenancy)) {
            case OPEN -> blank(who, tenancy, false);
            case SIGNED, SIGNED_BY_OTHER -> new RedirectView(MandatePage.PATH);
            case Stand other -> notHere(who, tenancy, other);
        };
    }

    @PostMapping(PATH)
    View write(
            SignedInTenant who,
            @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy,
            @RequestParam(defaultValue = "") String iban,
            @RequestParam(defaultValue = "") String titulaire,
            @RequestParam(defaultValue = "") String jour,
            HttpServletRequest request) {
        return doorstep.of(who, tenancy) == Stand.OPEN
                ? write(who, tenancy, false, iban, titulaire, jour, request)
                : new RedirectView(PATH);
    }

    @GetMapping(CHANGE)
    View change(SignedInTenant who, @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy) {
        Stand stand = doorstep.of(who, tenancy);
        if (stand != Stand.SIGNED) {
            return new RedirectView(MandatePage.PATH);
        }
        return doorstep.mayBeTexted(tenancy) ? blank(who, tenancy, true) : notHere(who, tenancy, Stand.NO_MOBILE);
    }

    @PostMapping(CHANGE)
    View writeChange(
            SignedInTenant who,
            @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy,
            @RequestParam(defaultValue = "") String iban,
            @RequestParam(defaultValue = "") String titulaire,
            HttpServletRequest request) {
        return doorstep.of(who, tenancy) == Stand.SIGNED && doorstep.mayBeTexted(tenancy)
                ? write(who, tenancy, true, iban, titulaire, "", request)
                : new RedirectView(MandatePage.PATH);
    }

    /// Empty; or with what was typed a moment ago, for who comes back to correct it.
    private View blank(SignedInTenant who, Tenancy tenancy, boolean change) {
        Signatures.Draft typed = signatures.typed(who, change);
        int day = typed == null || change ? settings.days().first() : typed.day();
        return form(
                change,
                typed == null ? "" : typed.iban().grouped(),
                typed == null ? tenancy.fullName() : typed.holder(),
                change ? "" : Integer.toString(day),
                Mistakes.NONE,
                HttpStatus.OK);
    }

    private View write(
            SignedInTenant who,
            Tenancy tenancy,
            boolean change,
            String typed,
            String holder,
            String day,
            HttpServletRequest request) {
        List<Mistake> mistakes = new ArrayList<>();
        Iban.Read read = Iban.read(typed);
        if (read instanceof Iban.Read.Wrong wrong) {
            mistakes.add(new Mistake("iban", textKey(wrong), wrong.expected()));
        }
        String name = holder.strip().replaceAll("\\s+", " ");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            mistakes.add(new Mistake("titulaire", name.isEmpty() ? "debit.holder.missing" : "debit.holder.long"));
        }
        boolean knownDay = day.matches("[0-9]{1,2}") && settings.days().contains(Integer.valueOf(day));
        if (!change && !knownDay) {
            mistakes.add(new Mistake("jour", "debit.day.missing"));
        }
        if (!mistakes.isEmpty() || !(read instanceof Iban.Read.Right right)) {
            return form(change, typed, holder, day, new Mistakes(mistakes), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Signatures.Draft draft = new Signatures.Draft(right.iban(), name, change ? 0 : Integer.parseInt(day));
        if (!signatures.begin(who, tenancy, draft, change, languages.of(request))) {
            Mistakes often = Mistakes.of(new Mistake("iban", "debit.begun-too-often"));
            return form(change, typed, holder, day, often, HttpStatus.TOO_MANY_REQUESTS);
        }
        return new RedirectView(SignPage.READ);
    }

    private static String textKey(Iban.Read.Wrong wrong) {
        return switch (wrong.flaw()) {
            case MISSING -> "debit.iban.missing";
            case NOT_AN_IBAN -> "debit.iban.none";
            case COUNTRY -> "debit.iban.country";
            case LENGTH -> "debit.iban.length";
            case CHECK -> "debit.iban.check";
        };
    }

    private View form(boolean change, String iban, String holder, String day, Mistakes mistakes, HttpStatus status) {
        return views.page(
                "debit/Begin",
                new BeginView(change, iban, holder, day, settings.days(), settings.accountChange(), mistakes),
                status);
    }

    private View notHere(SignedInTenant who, Tenancy tenancy, Stand stand) {
        String agency = Drafting.lease(who, tenancy).agencyCode();
        return views.page("debit/NotHere", new NotHereView(stand, agencies.find(agency)));
    }
}
