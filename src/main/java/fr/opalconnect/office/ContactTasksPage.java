package fr.opalconnect.office;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.Views;
import fr.opalconnect.tenancy.ContactTask;
import fr.opalconnect.tenancy.ContactTasks;
import fr.opalconnect.ui.Texts;
import java.time.InstantSource;
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

/// What tenants say is wrong in their contact details: the agency's tasks, the oldest first.
@Controller
class ContactTasksPage {
    private final ContactTasks tasks;
    private final Audit audit;
    private final Views views;
    private final InstantSource clock;

    ContactTasksPage(ContactTasks tasks, Audit audit, Views views, InstantSource clock) {
        this.tasks = tasks;
        this.audit = audit;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/bureau/coordonnees")
    View open(SignedInStaff who, @RequestParam(required = false) @Nullable String fait) {
        return views.page(
                "office/ContactTasks",
                new ContactTasksView(
                        tasks.open(who),
                        fait != null,
                        clock.instant().atZone(Texts.ZONE).toLocalDate()));
    }

    /// @param retour `dossier` goes back to the tenant's file
    @PostMapping("/bureau/coordonnees/{id}/fait")
    View done(SignedInStaff who, @PathVariable UUID id, @RequestParam(defaultValue = "") String retour) {
        ContactTask task = tasks.done(who, id);
        if (task == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        audit.note(
                who.actor(),
                "contact request done",
                task.tenant() == null ? null : task.tenant().value());
        return new RedirectView(
                retour.equals("dossier") && task.tenant() != null
                        ? TenantFilePage.PATH + task.tenant().value() + "?fait=demande"
                        : "/bureau/coordonnees?fait");
    }
}
