package fr.opalconnect.debit;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.notification.Notifications;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.CodeText;
import fr.opalconnect.tenancy.Tenancies;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Brand;
import fr.opalconnect.ui.TextBundles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Notes what happened to a mandate, and tells its holder at the number on file: whoever did not do it will call.
@Component
class MandateNews {
    private final Notifications notifications;
    private final Tenancies tenancies;
    private final Audit audit;
    private final TextBundles texts;
    private final Brand brand;

    MandateNews(Notifications notifications, Tenancies tenancies, Audit audit, TextBundles texts, Brand brand) {
        this.notifications = notifications;
        this.tenancies = tenancies;
        this.audit = audit;
        this.texts = texts;
        this.brand = brand;
    }

    String actor(SignedInTenant who) {
        return "tenant:" + who.number();
    }

    void note(SignedInTenant who, String act) {
        note(actor(who), act, null);
    }

    void note(String actor, String act, @Nullable String subject) {
        audit.note(actor, act, subject);
    }

    /// A collection came back: what happened and what to do stand in the page.
    void tellReturned(TenantNumber tenant) {
        Tenancy tenancy = tenancies.find(tenant);
        if (tenancy != null) {
            text(tenancy, "debit.sms.returned");
        }
    }

    /// @param textKey of a text that names the sender (`{0}`) and the number to call (`{1}`)
    void tell(SignedInTenant who, Tenancy tenancy, String act, String textKey) {
        note(who, act);
        text(tenancy, textKey);
    }

    private void text(Tenancy tenancy, String textKey) {
        notifications.news(
                tenancy.phone(),
                texts.in(CodeText.language(tenancy.language())).say(textKey, brand.sender(), brand.phone()));
    }
}
