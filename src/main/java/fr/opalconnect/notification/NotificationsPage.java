package fr.opalconnect.notification;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Views;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// Nouveautés: what a tenant was told, day by day, with what became of it on its way. Opened, it counts as read.
@Controller
class NotificationsPage {
    private final Reading reading;
    private final Words words;
    private final Views views;

    NotificationsPage(Reading reading, Words words, Views views) {
        this.reading = reading;
        this.words = words;
        this.views = views;
    }

    @GetMapping(Words.LIST)
    View list(SignedInTenant who) {
        return views.page("notification/Notifications", new NotificationsView(reading.open(who), words));
    }
}
