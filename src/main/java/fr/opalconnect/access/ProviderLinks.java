package fr.opalconnect.access;

import fr.opalconnect.access.oidc.IdentityProvider.Answer.Known;
import fr.opalconnect.landlord.StaffDirectory;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.platform.Audit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which account somebody has whom the identity provider knows. The first time it is found by a verified address, and
/// only an account that exists already; from then on by the provider's own name for them, so that an address that is
/// given to somebody else later opens nothing.
@Component
class ProviderLinks {
    private final StaffLoginTable logins;
    private final StaffDirectory directory;
    private final StaffSettings settings;
    private final Audit audit;

    ProviderLinks(StaffLoginTable logins, StaffDirectory directory, StaffSettings settings, Audit audit) {
        this.logins = logins;
        this.directory = directory;
        this.settings = settings;
        this.audit = audit;
    }

    /// @return null when they have no account at the desk
    @Transactional
    @Nullable
    UUID staffOf(Known known) {
        UUID linked = logins.byProvider(known.issuer(), known.subject());
        if (linked != null) {
            StaffMember member = directory.find(linked);
            return member == null || member.closed() ? null : linked;
        }
        boolean trusted =
                known.verified() || (settings.oidc() != null && settings.oidc().trustEmails());
        StaffMember member = known.email() == null || !trusted ? null : directory.byEmail(known.email());
        if (member == null || !logins.linkProvider(member.id(), known.issuer(), known.subject())) {
            return null;
        }
        audit.note(StaffSessions.actor(member.id()), "linked to the identity provider", null);
        return member.id();
    }
}
