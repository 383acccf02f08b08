package fr.opalconnect.news;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.landlord.Agencies;
import fr.opalconnect.landlord.Agency;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.platform.Views;
import fr.opalconnect.tenancy.Area;
import fr.opalconnect.tenancy.Areas;
import fr.opalconnect.ui.Mistakes;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
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

/// The agency's announcements: write, look at what tenants will see and how many, send; change; withdraw.
@Controller
class AnnouncementsPage {
    private static final String PATH = "/bureau/annonces";

    private final Announcements announcements;
    private final Areas areas;
    private final Agencies agencies;
    private final Views views;
    private final InstantSource clock;

    AnnouncementsPage(Announcements announcements, Areas areas, Agencies agencies, Views views, InstantSource clock) {
        this.announcements = announcements;
        this.areas = areas;
        this.agencies = agencies;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping(PATH)
    View list(SignedInStaff who, @RequestParam(required = false) @Nullable String fait) {
        onlyWhoMay(who);
        return views.page(
                "news/Announcements", new AnnouncementsView(announcements.of(who), theirs(who), fait, clock.instant()));
    }

    @GetMapping(PATH + "/nouvelle")
    View begin(SignedInStaff who, @RequestParam(defaultValue = "") String agence) {
        onlyWhoMay(who);
        List<Agency> theirs = theirs(who);
        String agency = agence.isEmpty() && !who.seesAllAgencies() && !theirs.isEmpty()
                ? theirs.getFirst().code()
                : agence;
        AnnouncementForm form = AnnouncementForm.empty(who, agency, clock.instant());
        return form(who, form, Mistakes.NONE, HttpStatus.OK);
    }

    @GetMapping(PATH + "/{id}")
    View change(SignedInStaff who, @PathVariable UUID id) {
        Announcement one = announcements.find(who, id);
        if (one == null || one.withdrawnAt() != null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return form(who, AnnouncementForm.of(one), Mistakes.NONE, HttpStatus.OK);
    }

    /// What tenants will see, and how many households; nothing is sent yet.
    @PostMapping(PATH + "/nouvelle/apercu")
    View preview(SignedInStaff who, AnnouncementForm form) {
        onlyWhoMay(who);
        List<Area> choice = areas.of(who, form.agence());
        Mistakes mistakes = form.mistakes(who, choice, clock.instant());
        if (mistakes.any()) {
            return form(who, form, mistakes, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Announcement one = made(who, form, choice);
        return views.page(
                "news/AnnouncementPreview",
                new AnnouncementPreviewView(
                        AnnouncementForm.of(one), one, agencies.find(one.area().agencyCode())));
    }

    /// Back from the preview, with what was typed.
    @PostMapping(PATH + "/nouvelle/corriger")
    View again(SignedInStaff who, AnnouncementForm form) {
        onlyWhoMay(who);
        return form(who, form, Mistakes.NONE, HttpStatus.OK);
    }

    @PostMapping(PATH)
    View send(SignedInStaff who, AnnouncementForm form) {
        onlyWhoMay(who);
        List<Area> choice = areas.of(who, form.agence());
        Mistakes mistakes = form.mistakes(who, choice, clock.instant());
        if (mistakes.any()) {
            return form(who, form, mistakes, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!announcements.publish(who, made(who, form, choice))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new RedirectView(PATH + "?fait=envoyee");
    }

    @PostMapping(PATH + "/{id}/retirer")
    View withdraw(SignedInStaff who, @PathVariable UUID id) {
        if (!announcements.withdraw(who, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new RedirectView(PATH + "?fait=retiree");
    }

    private Announcement made(SignedInStaff who, AnnouncementForm form, List<Area> choice) {
        Area area = java.util.Objects.requireNonNull(form.area(choice));
        return form.announcement(who, choice, Ids.next(clock), clock.instant(), areas.households(who, area));
    }

    private View form(SignedInStaff who, AnnouncementForm form, Mistakes mistakes, HttpStatus status) {
        return views.page(
                "news/AnnouncementEdit",
                new AnnouncementEditView(
                        form, theirs(who), areas.of(who, form.agence()), who.seesAllAgencies(), mistakes),
                status);
    }

    private List<Agency> theirs(SignedInStaff who) {
        return agencies.all().stream().filter(agency -> who.sees(agency.code())).toList();
    }

    private static void onlyWhoMay(SignedInStaff who) {
        if (!Announcements.mayWrite(who)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
