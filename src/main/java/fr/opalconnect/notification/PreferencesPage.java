package fr.opalconnect.notification;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Views;
import fr.opalconnect.tenancy.Tenancy;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Profil › Notifications: for each topic the ways that are wanted, the quiet hours, one e-mail a day.
@Controller
class PreferencesPage {
    static final String PATH = "/profil/notifications";

    private final Readers readers;
    private final Addresses addresses;
    private final PushSubscriptions phones;
    private final Views views;

    PreferencesPage(Readers readers, Addresses addresses, PushSubscriptions phones, Views views) {
        this.readers = readers;
        this.addresses = addresses;
        this.phones = phones;
        this.views = views;
    }

    @GetMapping(PATH)
    View page(
            SignedInTenant who,
            @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy,
            @RequestParam(required = false) @Nullable String fait) {
        Choices choices = readers.choices(who);
        QuietForm quiet = QuietForm.of(addresses.quiet(choices));
        return views.page("notification/Preferences", view(who, tenancy, choices, quiet, fait != null));
    }

    /// @param voie  the ways that are ticked, `messages.sms`
    /// @param de    the hour at which it is to be quiet
    /// @param a     the hour at which it no longer is
    @PostMapping(PATH)
    View choose(
            SignedInTenant who,
            @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy,
            @RequestParam(required = false) @Nullable List<String> voie,
            @RequestParam(defaultValue = "21") String de,
            @RequestParam(defaultValue = "8") String a,
            @RequestParam(defaultValue = "false") boolean calme,
            @RequestParam(defaultValue = "false") boolean jour) {
        Set<String> ticked = voie == null ? Set.of() : Set.copyOf(voie);
        Choices choices = Choices.NONE
                .with((topic, channel) -> ticked.contains(PreferencesView.name(topic, channel)))
                .withDaily(jour);
        QuietForm quiet = QuietForm.typed(calme, de, a);
        if (quiet.mistakes().any()) {
            return views.page(
                    "notification/Preferences",
                    view(who, tenancy, choices, quiet, false),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        QuietHours hours = quiet.hours();
        readers.choose(who, choices.with(hours.equals(addresses.quiet(Choices.NONE)) ? null : hours));
        return new RedirectView(PATH + "?fait");
    }

    private PreferencesView view(SignedInTenant who, Tenancy tenancy, Choices choices, QuietForm quiet, boolean done) {
        return new PreferencesView(
                choices,
                quiet,
                addresses.of(who.number()),
                addresses.textsGoOut(),
                tenancy.phone(),
                tenancy.email(),
                phones.view(who),
                done);
    }
}
