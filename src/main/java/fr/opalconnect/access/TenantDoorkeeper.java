package fr.opalconnect.access;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Doorkeeper;
import fr.opalconnect.platform.Languages;
import fr.opalconnect.tenancy.DwellingType;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.LanguageChoices;
import fr.opalconnect.tenancy.Tenancies;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Language;
import fr.opalconnect.ui.TextBundles;
import fr.opalconnect.ui.Texts;
import fr.opalconnect.ui.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/// Knows tenants by their sessions. Two round trips: the session, and what the tenant holds at this very moment.
@Component
class TenantDoorkeeper implements Doorkeeper {
    private static final List<SimpleGrantedAuthority> TENANT = List.of(new SimpleGrantedAuthority("TENANT"));

    private final Sessions sessions;
    private final Tenancies tenancies;
    private final TextBundles texts;
    private final Languages languages;
    private final LanguageChoices choices;
    private final DeviceKeys keys;

    TenantDoorkeeper(
            Sessions sessions,
            Tenancies tenancies,
            TextBundles texts,
            Languages languages,
            LanguageChoices choices,
            DeviceKeys keys) {
        this.sessions = sessions;
        this.keys = keys;
        this.tenancies = tenancies;
        this.texts = texts;
        this.languages = languages;
        this.choices = choices;
    }

    @Override
    public boolean keeps(String path) {
        return !SignedInStaff.isDesk(path);
    }

    @Override
    public @Nullable Authentication recognise(HttpServletRequest request, HttpServletResponse response) {
        String token = BrowserTokens.session(request);
        if (token == null) {
            return null;
        }
        Session session = sessions.find(token);
        Tenancy tenancy = session == null ? null : tenancies.find(session.tenant());
        if (session == null || tenancy == null) {
            BrowserTokens.dropSession(request, response);
            return null;
        }
        LeaseNumber chosen = session.lease();
        LeaseNumber lease = chosen != null && tenancy.lease(chosen) != null
                ? chosen
                : tenancy.leases().getFirst().number();
        Visitor.Device device = keys.of(session);
        if (device.mayKeep()) {
            response.setHeader(DeviceKeys.HEADER, device.session());
        }
        request.setAttribute(Tenancy.REQUEST_ATTRIBUTE, tenancy);
        Language language = tenancy.chosen() ? Language.of(tenancy.language()) : chosenBefore(request, tenancy);
        request.setAttribute(Languages.CHOSEN, language);
        request.setAttribute(Visitor.class.getName(), visitor(texts.in(languages.of(request)), tenancy, lease, device));
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedInTenant(tenancy.number(), lease, tenancy.leaseNumbers(), session.id()), null, TENANT);
    }

    /// Who chose in this browser before signing in, and never anywhere else, chose for good.
    private @Nullable Language chosenBefore(HttpServletRequest request, Tenancy tenancy) {
        Language here = Languages.chosenHere(request);
        if (here != null && here != Language.MIRRORED) {
            choices.choose(tenancy.number(), here);
        }
        return here;
    }

    private static Visitor visitor(Texts t, Tenancy tenancy, LeaseNumber current, Visitor.Device device) {
        return new Visitor(
                tenancy.callName(),
                tenancy.initials(),
                tenancy.unread(),
                tenancy.news(),
                tenancy.leases().stream()
                        .map(lease -> new Visitor.Choice(
                                lease.number().value(),
                                label(t, lease),
                                lease.number().equals(current)))
                        .toList(),
                device);
    }

    /// As people know it: what it is, for a flat and its garage have one address, and where.
    private static String label(Texts t, HeldLease lease) {
        return DwellingType.words(t, lease.dwellingType()) + " · " + t.apart(lease.address() + ", " + lease.city());
    }
}
