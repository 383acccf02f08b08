package fr.opalconnect.conversation;

import fr.opalconnect.account.RentAccounts;
import fr.opalconnect.account.Statement.Line;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Views;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.TextBundles;
import fr.opalconnect.ui.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

/// Faire une demande: the requests that stand ready, each a short form.
@Controller
class AskPage {
    private final Conversations conversations;
    private final RentAccounts accounts;
    private final Contact.Book contacts;
    private final Letters letters;
    private final TextBundles texts;
    private final Views views;

    AskPage(
            Conversations conversations,
            RentAccounts accounts,
            Contact.Book contacts,
            Letters letters,
            TextBundles texts,
            Views views) {
        this.conversations = conversations;
        this.accounts = accounts;
        this.contacts = contacts;
        this.letters = letters;
        this.texts = texts;
        this.views = views;
    }

    @GetMapping("/demandes")
    View all(SignedInTenant who) {
        return views.page("conversation/Asks", new AsksView(List.of(Asking.values())));
    }

    /// @param ecriture the line of the account that one asks about
    @GetMapping("/demandes/{sujet}")
    View form(
            SignedInTenant who,
            @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy,
            @PathVariable String sujet,
            @RequestParam(required = false) @Nullable String ecriture) {
        Asking asking = asking(sujet);
        if (asking == Asking.REPAYMENT_PLAN) {
            return new RedirectView("/payer/etalement"); // where it can be worked out
        }
        Answered blank = new Answered(null, null, asking.kind().isSharedAtFirst() ? "oui" : null, ecriture);
        return page(who, tenancy, asking, blank, Sheet.blank(), Mistakes.NONE, HttpStatus.OK);
    }

    @PostMapping("/demandes/{sujet}")
    View send(
            SignedInTenant who,
            @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy,
            @PathVariable String sujet,
            @ModelAttribute Typed typed,
            HttpServletRequest request,
            @ModelAttribute Answered answered) {
        Asking asking = asking(sujet);
        Line about = about(who, asking, answered);
        Mistake[] mistakes = answered.mistakes(asking, typed);
        return switch (letters.read(who, typed, request, false, mistakes)) {
            case Letters.Wrong wrong -> again(who, tenancy, asking, typed, answered, wrong);
            case Letters.Ready ready -> {
                Texts french = texts.in(Locale.FRENCH);
                Words words = answered.inWords(asking, about, ready.words(), french);
                String subject = french.say(asking.kind().textKey())
                        + (about == null ? "" : " : " + french.say(about.kind().textKey()));
                boolean shared = answered.partage() != null
                        || (asking.kind().isSharedAtFirst() && !conversations.isHeldWithOthers(who));
                Draft draft = new Draft(asking.kind(), subject, null, false, shared, words);
                yield switch (conversations.open(who, draft)) {
                    case Ending.Done done -> new RedirectView("/messages/" + done.conversation() + "?envoye#fin");
                    case Ending other ->
                        again(who, tenancy, asking, typed, answered, Letters.wrong(other, ready.joined()));
                };
            }
        };
    }

    /// The notice to quit as a letter to print and sign. By POST: the reason may be a matter of health or of violence,
    /// and belongs into no address.
    @PostMapping("/demandes/preavis/lettre")
    View letter(
            SignedInTenant who,
            @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy,
            @ModelAttribute Answered answered) {
        HeldLease lease = lease(who, tenancy);
        String reason = answered.choix();
        return views.page(
                "conversation/NoticeLetter",
                new NoticeLetterView(
                        texts.in(Locale.FRENCH),
                        tenancy,
                        lease,
                        contacts.agency(lease.agencyCode()),
                        reason != null && Asking.NOTICE_TO_QUIT.offers(reason) ? reason : "trois-mois",
                        answered.line(),
                        When.day(letters.now())));
    }

    private View again(
            SignedInTenant who, Tenancy tenancy, Asking asking, Typed typed, Answered answered, Letters.Wrong wrong) {
        Sheet sheet = new Sheet(typed.text(), typed.key(), wrong.joined());
        return page(who, tenancy, asking, answered, sheet, wrong.mistakes(), wrong.status());
    }

    private View page(
            SignedInTenant who,
            Tenancy tenancy,
            Asking asking,
            Answered answered,
            Sheet sheet,
            Mistakes mistakes,
            HttpStatus status) {
        HeldLease lease = lease(who, tenancy);
        Promise promise = conversations.promise(who, lease, asking.kind(), false);
        @Nullable
        Money balance = asking == Asking.REPAYMENT_PLAN ? accounts.overview(who).balance() : null;
        return views.page(
                "conversation/Ask",
                new AskView(
                        who.number().value(),
                        asking,
                        answered,
                        about(who, asking, answered),
                        balance,
                        contacts.of(promise.answers(), lease.agencyCode()),
                        Objects.requireNonNull(promise.by()),
                        conversations.isHeldWithOthers(who),
                        sheet,
                        mistakes),
                status);
    }

    /// The line is looked up again when the form comes: what is quoted to the agency is what the account says.
    private @Nullable Line about(SignedInTenant who, Asking asking, Answered answered) {
        String entry = answered.ecriture();
        if (asking != Asking.ACCOUNT_QUESTION || entry == null || entry.isBlank()) {
            return null;
        }
        Line line = accounts.line(who, entry);
        if (line == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return line;
    }

    private static Asking asking(String path) {
        Asking asking = Asking.at(path);
        if (asking == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return asking;
    }

    private static HeldLease lease(SignedInTenant who, Tenancy tenancy) {
        return Objects.requireNonNull(tenancy.lease(who.lease()), "the session holds a lease of the tenant");
    }
}
