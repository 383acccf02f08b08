package fr.opalconnect.payment;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TypedAmount;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import java.time.DateTimeException;
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

/// The desk's payments of a day, what did not fit, and the day's reconciliation.
@Controller
class DayPage {
    static final String PATH = SignedInStaff.DESK + "/paiements";

    private final PaymentBook book;
    private final DeskPayments desk;
    private final Reconciliation reconciliation;
    private final Views views;
    private final InstantSource clock;

    DayPage(PaymentBook book, DeskPayments desk, Reconciliation reconciliation, Views views, InstantSource clock) {
        this.book = book;
        this.desk = desk;
        this.reconciliation = reconciliation;
        this.views = views;
        this.clock = clock;
    }

    /// @param jour today when it is missing or no day; @param etat only those, when it is one
    @GetMapping(PATH)
    View day(
            SignedInStaff who,
            @RequestParam(required = false) @Nullable String jour,
            @RequestParam(required = false) @Nullable String etat,
            @RequestParam(defaultValue = "1") int page) {
        LocalDate day = day(jour);
        return views.page(
                "payment/DayOfPayments",
                new DayView(
                        day,
                        today(),
                        DayView.state(etat),
                        Math.clamp(page, 1, 1_000),
                        book.day(who, day),
                        desk.todo(who)));
    }

    @GetMapping(PATH + "/messages")
    View messages(SignedInStaff who) {
        return views.page(
                "payment/Misfits", new MisfitsView(book.misfits(who), PaymentBook.mayAct(who), desk.todo(who)));
    }

    /// Somebody has looked at it.
    @PostMapping(PATH + "/messages/{id}/vu")
    View seen(SignedInStaff who, @PathVariable long id) {
        if (!PaymentBook.mayAct(who)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        book.seen(who, id);
        return new RedirectView(PATH + "/messages");
    }

    @GetMapping(PATH + "/rapprochement")
    View balance(SignedInStaff who, @RequestParam(required = false) @Nullable String jour) {
        mayReconcile(who);
        return balance(who, day(jour), "", Mistakes.NONE);
    }

    /// What the provider's statement says of that day.
    @PostMapping(PATH + "/rapprochement")
    View type(
            SignedInStaff who,
            @RequestParam(required = false) @Nullable String jour,
            @RequestParam(defaultValue = "") String montant) {
        mayReconcile(who);
        Money amount = TypedAmount.read(montant);
        if (amount == null) {
            Mistake mistake = montant.isBlank()
                    ? new Mistake("montant", "payment.desk.amount.missing")
                    : new Mistake("montant", "payment.desk.amount.wrong", montant);
            return balance(who, day(jour), montant, Mistakes.of(mistake));
        }
        if (!reconciliation.type(who, day(jour), amount)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new RedirectView(PATH + "/rapprochement?jour=" + day(jour));
    }

    private View balance(SignedInStaff who, LocalDate day, String typed, Mistakes mistakes) {
        return views.page(
                "payment/Balance",
                new BalanceView(
                        reconciliation.of(who, day), today(), who.seesAllAgencies(), typed, mistakes, desk.todo(who)),
                mistakes.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private static void mayReconcile(SignedInStaff who) {
        if (!PaymentBook.mayAct(who)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private LocalDate day(@Nullable String typed) {
        try {
            LocalDate day = typed == null || typed.isBlank() ? today() : LocalDate.parse(typed);
            return day.getYear() < 2000 || day.getYear() > 9998 ? today() : day;
        } catch (DateTimeException e) {
            return today();
        }
    }

    private LocalDate today() {
        return clock.instant().atZone(Texts.ZONE).toLocalDate();
    }
}
