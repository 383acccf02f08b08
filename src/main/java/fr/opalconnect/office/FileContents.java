package fr.opalconnect.office;

import fr.opalconnect.access.ActivationTrouble;
import fr.opalconnect.account.RentAccounts;
import fr.opalconnect.account.Statement;
import fr.opalconnect.conversation.Desk;
import fr.opalconnect.document.Documents;
import fr.opalconnect.insurance.Covers;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.landlord.Agencies;
import fr.opalconnect.notification.MailAddresses.Returned;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.TenantFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers what stands in a tenant's file; each module is asked for its own.
@Component
class FileContents {
    private final OfALease things;
    private final Desk conversations;
    private final ActivationTrouble activation;
    private final FileHistory history;
    private final Agencies agencies;

    /// What each lease has of its own.
    @Component
    record OfALease(RentAccounts accounts, Documents documents, Covers covers) {}

    FileContents(
            OfALease things, Desk conversations, ActivationTrouble activation, FileHistory history, Agencies agencies) {
        this.things = things;
        this.conversations = conversations;
        this.activation = activation;
        this.history = history;
        this.agencies = agencies;
    }

    TenantFileView of(
            SignedInStaff who, TenantFile file, @Nullable Returned mail, @Nullable String done, LocalDate today) {
        List<TenantFileView.OfLease> leases = file.tenancy().leases().stream()
                .map(lease -> ofLease(who, file, lease))
                .toList();
        return new TenantFileView(
                file,
                leases,
                mail,
                activation.of(who, file.number()),
                conversations.of(who, file.number()),
                history.requests(who, file),
                history.told(who, file),
                history.of(who, file),
                done,
                today);
    }

    TenantAccountView account(
            SignedInStaff who, TenantFile file, HeldLease lease, @Nullable Integer year, LocalDate today) {
        Statement statement = Objects.requireNonNull(things.accounts().statement(who, lease.number(), year));
        return new TenantAccountView(file, lease, statement, today);
    }

    private TenantFileView.OfLease ofLease(SignedInStaff who, TenantFile file, HeldLease lease) {
        return new TenantFileView.OfLease(
                lease,
                file.on(lease.number()),
                Objects.requireNonNull(things.accounts().overview(who, lease.number())),
                agencies.find(lease.agencyCode()),
                agencies.findAdviser(lease.adviserCode()),
                things.documents().of(who, lease.number()),
                things.covers().stand(who, lease));
    }
}
