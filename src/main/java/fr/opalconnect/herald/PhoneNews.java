package fr.opalconnect.herald;

import fr.opalconnect.notification.Facts;
import fr.opalconnect.notification.Kind;
import fr.opalconnect.notification.Notifications;
import fr.opalconnect.notification.Notifications.News;
import fr.opalconnect.tenancy.PhoneChanges;
import fr.opalconnect.ui.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells tenants that a package changed their telephone number, the number of before too. What a night's package brings
/// was changed at the agency the day before: nobody is woken for it. The landlord who puts half of all numbers in order
/// at once tells of some at a time, because each costs two text messages, and codes and cuts must find room beside them
/// ([fr.opalconnect.platform.Limit#NEWS_BY_TEXT]).
@Component
public class PhoneNews {
    /// At a time; with one look in five minutes, some five hundred in an hour.
    static final int MOST = 40;

    private final PhoneChanges changes;
    private final Notifications notifications;

    PhoneNews(PhoneChanges changes, Notifications notifications) {
        this.changes = changes;
        this.notifications = notifications;
    }

    /// @return how many were told
    @Transactional
    public int tell() {
        if (notifications.isQuiet()) {
            return 0;
        }
        return notifications.tell(
                Kind.PHONE_CHANGED,
                changes.take(MOST).stream()
                        .map(one -> new News(
                                one.tenant(),
                                Facts.of(one.id().toString(), "/profil/coordonnees")
                                        .with(one.at().atZone(Texts.ZONE).toLocalDate())
                                        .alsoTo(one.former())))
                        .toList());
    }
}
