package fr.opalconnect.access;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Doorkeeper;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancies;
import fr.opalconnect.tenancy.Tenancy;
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

    TenantDoorkeeper(Sessions sessions, Tenancies tenancies) {
        this.sessions = sessions;
        this.tenancies = tenancies;
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
        request.setAttribute(Tenancy.REQUEST_ATTRIBUTE, tenancy);
        request.setAttribute(Visitor.class.getName(), visitor(tenancy, lease));
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedInTenant(tenancy.number(), lease, tenancy.leaseNumbers(), session.id()), null, TENANT);
    }

    private static Visitor visitor(Tenancy tenancy, LeaseNumber current) {
        return new Visitor(
                tenancy.callName(),
                tenancy.initials(),
                tenancy.unread(),
                tenancy.leases().stream()
                        .map(lease -> new Visitor.Choice(
                                lease.number().value(),
                                label(lease),
                                lease.number().equals(current)))
                        .toList());
    }

    /// As people know it: the address; the town tells two apart better than a number does.
    private static String label(HeldLease lease) {
        return lease.address() + ", " + lease.city();
    }
}
