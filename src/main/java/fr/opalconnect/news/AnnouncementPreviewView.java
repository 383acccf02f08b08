package fr.opalconnect.news;

import fr.opalconnect.landlord.Agency;
import fr.opalconnect.ui.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What tenants will see, before it is sent.
record AnnouncementPreviewView(
        AnnouncementForm form, Announcement one, @Nullable Agency agency) {
    String where(Texts t) {
        return AnnouncementsView.where(t, one.area(), agency == null ? List.of() : List.of(agency));
    }
}
