package fr.opalconnect.access;

import fr.opalconnect.access.StaffAccounts.Added;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.landlord.Adviser;
import fr.opalconnect.landlord.Agencies;
import fr.opalconnect.landlord.StaffDirectory;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.landlord.Staffing;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who may sign in at the desk, changed from the desk. An administrator may change everybody; an agency manager the
/// advisers of their own agencies; everybody their own absence.
@Component
class Team {
    /// What came of it.
    sealed interface Ending {
        /// @param path of the link, to be handed over and shown nowhere again
        record Invited(StaffMember member, String path, Instant until) implements Ending {}

        record Done() implements Ending {}

        /// The address, or the adviser, has an account already.
        record Taken() implements Ending {}

        /// Not one whom they may change; for them there is no such person.
        record NotTheirs() implements Ending {}

        /// A role or an agency that is not theirs to give.
        record NotTheirsToGive() implements Ending {}
    }

    private final StaffDirectory directory;
    private final StaffAccounts accounts;
    private final Staffing staffing;
    private final Agencies agencies;

    Team(StaffDirectory directory, StaffAccounts accounts, Staffing staffing, Agencies agencies) {
        this.directory = directory;
        this.accounts = accounts;
        this.staffing = staffing;
        this.agencies = agencies;
    }

    /// Whom they see, by name; null for who has no business here.
    @Nullable
    List<StaffMember> of(SignedInStaff who) {
        if (!who.role().mayAll(StaffRole.AGENCY_MANAGER)) {
            return null;
        }
        return directory.all().stream().filter(member -> sees(who, member)).toList();
    }

    /// Somebody they may change, but themselves; else null.
    @Nullable
    StaffMember find(SignedInStaff who, UUID id) {
        StaffMember member = directory.find(id);
        return member != null && !member.closed() && governs(who, member) ? member : null;
    }

    Ending invite(
            SignedInStaff who,
            String name,
            String email,
            StaffRole role,
            List<String> codes,
            @Nullable String adviser) {
        if (!mayGive(who, role, codes) || !mayLink(who, adviser)) {
            return new Ending.NotTheirsToGive();
        }
        return switch (accounts.add(who.actor(), name, email, role, codes, adviser)) {
            case Added.Invited invited -> invited(invited);
            case Added.Taken _ -> new Ending.Taken();
        };
    }

    Ending assign(SignedInStaff who, UUID id, StaffRole role, List<String> codes, @Nullable String adviser) {
        if (find(who, id) == null) {
            return new Ending.NotTheirs();
        }
        if (!mayGive(who, role, codes) || !mayLink(who, adviser)) {
            return new Ending.NotTheirsToGive();
        }
        return staffing.assign(who.actor(), id, role, codes, adviser) ? new Ending.Done() : new Ending.Taken();
    }

    /// Everybody for themselves; who governs somebody, for them too.
    Ending away(SignedInStaff who, UUID id, AwayForm.Read absence) {
        if (!id.equals(who.id()) && find(who, id) == null) {
            return new Ending.NotTheirs();
        }
        staffing.away(who.actor(), id, absence.from(), absence.until(), absence.standIn());
        return new Ending.Done();
    }

    /// Nothing opens for them any more but a new link: a lost phone, a forgotten password, an account in wrong hands.
    Ending reset(SignedInStaff who, UUID id) {
        StaffMember member = find(who, id);
        return member == null ? new Ending.NotTheirs() : invited(accounts.reset(who.actor(), member));
    }

    Ending close(SignedInStaff who, UUID id) {
        if (find(who, id) == null) {
            return new Ending.NotTheirs();
        }
        accounts.close(who.actor(), id);
        return new Ending.Done();
    }

    /// Who may stand in for somebody: those who may see the same tenants, at least of one agency.
    List<StaffMember> standIns(SignedInStaff who, UUID id) {
        StaffMember member = directory.find(id);
        return member == null
                ? List.of()
                : directory.all().stream()
                        .filter(other -> !other.id().equals(id) && mayStandIn(member, other) && sees(who, other))
                        .toList();
    }

    private static boolean mayStandIn(StaffMember member, StaffMember other) {
        return other.seesAllAgencies()
                || member.seesAllAgencies()
                || member.agencies().stream().anyMatch(other::sees);
    }

    private static boolean sees(SignedInStaff who, StaffMember member) {
        return who.seesAllAgencies()
                || member.agencies().stream().anyMatch(who::sees)
                || member.id().equals(who.id());
    }

    /// Never oneself: an administrator who closed the last account would lock everybody out.
    private static boolean governs(SignedInStaff who, StaffMember member) {
        if (member.id().equals(who.id())) {
            return false;
        }
        return switch (who.role()) {
            case ADMINISTRATOR -> true;
            case AGENCY_MANAGER ->
                member.role() == StaffRole.ADVISER
                        && !member.agencies().isEmpty()
                        && member.agencies().stream().allMatch(who::sees);
            case ADVISER -> false;
        };
    }

    private static boolean mayGive(SignedInStaff who, StaffRole role, List<String> codes) {
        return switch (who.role()) {
            case ADMINISTRATOR -> true;
            case AGENCY_MANAGER ->
                role == StaffRole.ADVISER
                        && !codes.isEmpty()
                        && Set.copyOf(who.agencies()).containsAll(codes);
            case ADVISER -> false;
        };
    }

    /// Whose adviser somebody is, decides whose messages they get: a manager links those of their own agencies only.
    private boolean mayLink(SignedInStaff who, @Nullable String adviser) {
        if (adviser == null || who.seesAllAgencies()) {
            return true;
        }
        Adviser found = agencies.findAdviser(adviser);
        return found != null && who.sees(found.agencyCode());
    }

    private static Ending invited(Added.Invited invited) {
        return new Ending.Invited(invited.member(), invited.path(), invited.until());
    }
}
