package fr.opalconnect.notification;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// SMS: how each gateway does, what went out today, and the switch. For administrators: for all others there is no such
/// page.
@Controller
class SmsDeskPage {
    static final String PATH = SignedInStaff.DESK + "/sms";

    private final SmsDesk desk;
    private final Views views;
    private final InstantSource clock;

    SmsDeskPage(SmsDesk desk, Views views, InstantSource clock) {
        this.desk = desk;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping(PATH)
    View standing(SignedInStaff who, @RequestParam(required = false) @Nullable String fait) {
        String note = switch (fait) {
            case "coupes" -> "notification.desk.sms.done.off";
            case "repris" -> "notification.desk.sms.done.on";
            case null, default -> null;
        };
        return page(who, note, Mistakes.NONE, HttpStatus.OK);
    }

    @PostMapping(PATH + "/interrupteur")
    View change(SignedInStaff who, @RequestParam boolean envoyer, @RequestParam(defaultValue = "") String motif) {
        String reason = motif.strip();
        if (reason.isEmpty()) {
            Mistakes mistakes = Mistakes.of(new Mistake("motif", "notification.desk.sms.reason.missing"));
            return page(who, null, mistakes, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String kept = reason.substring(0, Math.min(reason.length(), SmsDesk.LONGEST_REASON));
        if (!desk.change(who, envoyer, kept)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new RedirectView(PATH + "?fait=" + (envoyer ? "repris" : "coupes"));
    }

    private View page(SignedInStaff who, @Nullable String note, Mistakes mistakes, HttpStatus status) {
        SmsDesk.Standing standing = desk.standing(who);
        if (standing == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return views.page("notification/SmsDesk", new SmsDeskView(standing, note, mistakes, clock.instant()), status);
    }
}
