package fr.opalconnect.herald;

import fr.opalconnect.news.Announced;
import fr.opalconnect.news.Announcement;
import fr.opalconnect.news.Announcements;
import fr.opalconnect.notification.Facts;
import fr.opalconnect.notification.Kind;
import fr.opalconnect.notification.Notifications;
import fr.opalconnect.notification.Notifications.News;
import fr.opalconnect.platform.Jobs;
import fr.opalconnect.tenancy.Recipients;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells those who live there of what is announced, when it is shown: a cut at once, whatever the hour.
@Component
public class AnnouncementNews {
    private final Announcements announcements;
    private final Recipients recipients;
    private final Notifications notifications;
    private final Jobs jobs;
    private final InstantSource clock;

    AnnouncementNews(
            Announcements announcements,
            Recipients recipients,
            Notifications notifications,
            Jobs jobs,
            InstantSource clock) {
        this.announcements = announcements;
        this.recipients = recipients;
        this.notifications = notifications;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// In the transaction that announces it: a job, for the one who presses the button does not wait for a whole town.
    @EventListener
    void announced(Announced event) {
        Announcement one = announcements.ahead(event.announcement());
        if (one != null) {
            // What is changed is another job: the one before may be under way.
            jobs.stage(HeraldSetup.ANNOUNCE, one.id() + " " + clock.millis(), one.shownFrom());
        }
    }

    /// @return how many were told; not again when it was changed since
    @Transactional
    public int tell(UUID id) {
        Announcement one = announcements.ahead(id);
        if (one == null || clock.instant().isBefore(one.shownFrom())) {
            return 0;
        }
        Facts facts = Facts.of(id.toString(), "/accueil")
                .with(one.titleFr(), one.titleEn())
                .with(one.textFr(), one.textEn());
        return notifications.tell(
                one.kind() == Announcement.Kind.CUT ? Kind.CUT : Kind.ANNOUNCEMENT,
                recipients.in(one.area()).stream()
                        .map(tenant -> new News(tenant, facts))
                        .toList());
    }
}
