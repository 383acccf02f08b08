package fr.opalconnect.conversation;

import fr.opalconnect.conversation.Trouble.Spot;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Views;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Signaler un problème: where, what, how urgent. The first two answers are links, so that one can go back and look
/// again; the third page says who pays, whom to call, and whether neighbours have reported it already.
@Controller
class ReportPage {
    private final Conversations conversations;
    private final Requests requests;
    private final Troubles troubles;
    private final Contact.Book contacts;
    private final Letters letters;
    private final Views views;

    ReportPage(
            Conversations conversations,
            Requests requests,
            Troubles troubles,
            Contact.Book contacts,
            Letters letters,
            Views views) {
        this.conversations = conversations;
        this.requests = requests;
        this.troubles = troubles;
        this.contacts = contacts;
        this.letters = letters;
        this.views = views;
    }

    /// What the three questions were answered with.
    ///
    /// @param urgence `oui`, `non`, or null before it was asked
    /// @param partage for the other holders of the lease too
    record Answers(
            @Nullable String lieu,
            @Nullable String probleme,
            @Nullable String urgence,
            @Nullable String partage) {}

    @GetMapping("/signaler")
    View ask(
            SignedInTenant who,
            @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy,
            @RequestParam(required = false) @Nullable String lieu,
            @RequestParam(required = false) @Nullable String probleme) {
        Spot spot = troubles.spot(lieu);
        if (spot == null) {
            return views.page("conversation/Where", new WhereView(troubles.spots()));
        }
        Trouble trouble = troubles.find(probleme);
        if (trouble == null) {
            return views.page("conversation/What", new WhatView(spot, troubles.at(spot)));
        }
        boolean shared = Kind.REPAIR.isSharedAtFirst();
        return page(who, tenancy, spot, trouble, null, shared, Sheet.blank(), Mistakes.NONE, HttpStatus.OK);
    }

    @PostMapping("/signaler")
    View send(
            SignedInTenant who,
            @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy,
            @ModelAttribute Typed typed,
            HttpServletRequest request,
            @ModelAttribute Answers answers) {
        Spot spot = troubles.spot(answers.lieu());
        Trouble trouble = troubles.find(answers.probleme());
        if (spot == null || trouble == null) {
            return new RedirectView("/signaler");
        }
        Mistake[] unanswered = answers.urgence() == null
                ? new Mistake[] {new Mistake("urgence", "conversation.error.urgency")}
                : new Mistake[0];
        boolean shared = answers.partage() != null || !conversations.isHeldWithOthers(who);
        return switch (letters.read(who, typed, request, false, unanswered)) {
            case Letters.Wrong wrong -> again(who, tenancy, spot, trouble, answers, typed, wrong);
            case Letters.Ready ready -> {
                boolean urgent = "oui".equals(answers.urgence());
                String french = spot.name(Locale.FRENCH) + ".";
                Words words = new Words(
                        ready.words().body().isEmpty()
                                ? french
                                : french + "\n\n" + ready.words().body(),
                        ready.words().attachments(),
                        ready.words().key());
                Draft draft =
                        new Draft(Kind.REPAIR, trouble.name(Locale.FRENCH), trouble.code(), urgent, shared, words);
                yield switch (conversations.open(who, draft)) {
                    case Ending.Done done -> new RedirectView("/messages/" + done.conversation() + "?envoye#fin");
                    case Ending other ->
                        again(who, tenancy, spot, trouble, answers, typed, Letters.wrong(other, ready.joined()));
                };
            }
        };
    }

    /// Follows a neighbour's request instead.
    @PostMapping("/signaler/suivre")
    View follow(
            SignedInTenant who,
            @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy,
            @RequestParam String probleme,
            @RequestParam UUID demande) {
        requests.follow(who, lease(who, tenancy), probleme, demande);
        return new RedirectView("/messages#suivis");
    }

    @PostMapping("/signaler/suivre/fin")
    View unfollow(SignedInTenant who, @RequestParam UUID demande) {
        requests.unfollow(who, demande);
        return new RedirectView("/messages");
    }

    private View again(
            SignedInTenant who,
            Tenancy tenancy,
            Spot spot,
            Trouble trouble,
            Answers answers,
            Typed typed,
            Letters.Wrong wrong) {
        Boolean urgent = answers.urgence() == null ? null : answers.urgence().equals("oui");
        Sheet sheet = new Sheet(typed.text(), typed.key(), wrong.joined());
        return page(
                who,
                tenancy,
                spot,
                trouble,
                urgent,
                answers.partage() != null,
                sheet,
                wrong.mistakes(),
                wrong.status());
    }

    private View page(
            SignedInTenant who,
            Tenancy tenancy,
            Spot spot,
            Trouble trouble,
            @Nullable Boolean urgent,
            boolean shared,
            Sheet sheet,
            Mistakes mistakes,
            HttpStatus status) {
        HeldLease lease = lease(who, tenancy);
        Promise promise = conversations.promise(who, lease, Kind.REPAIR, true);
        Promise later = conversations.promise(who, lease, Kind.REPAIR, false);
        return views.page(
                "conversation/Report",
                new ReportView(
                        who.number().value(),
                        spot,
                        trouble,
                        urgent,
                        trouble.shared() ? requests.sameTrouble(who, lease, trouble.code()) : null,
                        contacts.of(promise.answers(), lease.agencyCode()),
                        Objects.requireNonNull(promise.by()),
                        Objects.requireNonNull(later.by()),
                        conversations.isHeldWithOthers(who),
                        shared,
                        sheet,
                        mistakes),
                status);
    }

    private static HeldLease lease(SignedInTenant who, Tenancy tenancy) {
        return Objects.requireNonNull(tenancy.lease(who.lease()), "the session holds a lease of the tenant");
    }
}
