package fr.opalconnect.access;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.landlord.StaffDirectory;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.platform.Doorkeeper;
import fr.opalconnect.ui.StaffVisitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/// Knows the staff by their sessions. Two round trips: the session, and what they may see at this very moment; whose
/// account was closed is nobody with the next click.
@Component
class StaffDoorkeeper implements Doorkeeper {
    private static final List<SimpleGrantedAuthority> STAFF = List.of(new SimpleGrantedAuthority("STAFF"));

    private final StaffSessions sessions;
    private final StaffDirectory directory;

    StaffDoorkeeper(StaffSessions sessions, StaffDirectory directory) {
        this.sessions = sessions;
        this.directory = directory;
    }

    @Override
    public boolean keeps(String path) {
        return SignedInStaff.isDesk(path);
    }

    @Override
    public @Nullable Authentication recognise(HttpServletRequest request, HttpServletResponse response) {
        String token = StaffTokens.session(request);
        if (token == null) {
            return null;
        }
        StaffSession session = sessions.find(token);
        StaffMember member = session == null ? null : directory.find(session.staff());
        if (session == null || member == null || member.closed()) {
            StaffTokens.dropSession(request, response);
            return null;
        }
        request.setAttribute(StaffVisitor.class.getName(), visitor(member));
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedInStaff(
                        member.id(), member.name(), member.role(), member.agencies(), member.adviser(), session.id()),
                null,
                STAFF);
    }

    private static StaffVisitor visitor(StaffMember member) {
        return new StaffVisitor(
                member.name(),
                member.initials(),
                member.role().mayAll(StaffRole.AGENCY_MANAGER),
                member.role().mayAll(StaffRole.ADMINISTRATOR));
    }
}
