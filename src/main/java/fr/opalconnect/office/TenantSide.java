package fr.opalconnect.office;

import fr.opalconnect.access.ActivationTrouble;
import fr.opalconnect.account.AccountOverview;
import fr.opalconnect.account.RentAccounts;
import fr.opalconnect.conversation.Head;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.landlord.Agencies;
import fr.opalconnect.landlord.Agency;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.tenancy.TenantFile;
import fr.opalconnect.tenancy.TenantFiles;
import fr.opalconnect.ui.Texts;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers what stands beside a conversation, and what a reply template has filled in.
@Component
class TenantSide {
    private final TenantFiles files;
    private final RentAccounts accounts;
    private final ActivationTrouble activations;
    private final Agencies agencies;

    TenantSide(TenantFiles files, RentAccounts accounts, ActivationTrouble activations, Agencies agencies) {
        this.files = files;
        this.accounts = accounts;
        this.activations = activations;
        this.agencies = agencies;
    }

    /// @param head a conversation that whoever asks may see
    /// @return null when the tenant is not theirs: a colleague of another agency handed the conversation over
    @Nullable
    WhoWrites of(SignedInStaff who, Head head) {
        TenantFile file = files.find(who, head.tenant());
        if (file == null) {
            return null;
        }
        HeldLease lease = file.tenancy().lease(head.lease());
        AccountOverview account = lease == null ? null : accounts.overview(who, lease.number());
        return new WhoWrites(
                file.tenancy(), lease, account == null ? null : account.balance(), activations.of(who, head.tenant()));
    }

    Map<Placeholder, String> placeholders(SignedInStaff who, Head head, @Nullable WhoWrites facts, Texts t) {
        Map<Placeholder, String> filled = new EnumMap<>(Placeholder.class);
        filled.put(Placeholder.ADVISER, who.name());
        put(filled, Placeholder.REQUEST, head.number());
        if (head.course().dueAt() != null) {
            filled.put(Placeholder.DUE, t.weekday(Moments.day(head.course().dueAt())));
        }
        Agency agency = agencies.find(head.agencyCode());
        if (agency != null) {
            filled.put(Placeholder.AGENCY, agency.name());
            put(filled, Placeholder.PHONE, agency.phone());
        }
        if (facts != null) {
            Tenancy tenancy = facts.tenancy();
            filled.put(Placeholder.LAST_NAME, tenancy.lastName());
            filled.put(Placeholder.TITLE, tenancy.title() == null ? "" : tenancy.title());
            put(filled, Placeholder.FIRST_NAME, tenancy.firstName());
            if (facts.balance() != null) {
                filled.put(Placeholder.BALANCE, t.money(facts.balance()));
            }
            HeldLease lease = facts.lease();
            if (lease != null) {
                filled.put(Placeholder.DWELLING, lease.dwelling().value());
                filled.put(Placeholder.ADDRESS, lease.address() + ", " + lease.city());
            }
        }
        return filled;
    }

    private static void put(Map<Placeholder, String> filled, Placeholder placeholder, @Nullable String value) {
        if (value != null) {
            filled.put(placeholder, value);
        }
    }
}
