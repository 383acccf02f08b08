package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.tenancy.PhoneCorrection.State;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The agency puts a tenant's telephone number right, at once. The ERP is told by the export; until it says the same,
/// the correction stands, and what the ERP sends meanwhile is a difference to be seen.
@Component
public class PhoneCorrections {
    /// A number that changed twice in so short a time deserves a question.
    private static final Duration LATELY = Duration.ofDays(30);

    /// What there is to think of before a number is changed.
    public sealed interface SecondLook {
        /// Not a number that could be dialled.
        record Unreadable() implements SecondLook {}

        /// The number that is in force already.
        record Same() implements SecondLook {}

        /// @param number   the new one
        /// @param landline no text message reaches it
        /// @param others   who else has it, as far as this member of staff may see them
        /// @param unseen   whether tenants of other agencies have it too
        /// @param lately   the last correction, when it was made lately
        record Ready(
                Phone number,
                boolean landline,
                List<SearchHit> others,
                boolean unseen,
                @Nullable PhoneCorrection lately)
                implements SecondLook {}
    }

    private final PhoneCorrectionTable table;
    private final ContactRequestTable requests;
    private final SearchTable search;
    private final SearchRefresh entries;
    private final InstantSource clock;

    PhoneCorrections(
            PhoneCorrectionTable table,
            ContactRequestTable requests,
            SearchTable search,
            SearchRefresh entries,
            InstantSource clock) {
        this.table = table;
        this.requests = requests;
        this.search = search;
        this.entries = entries;
        this.clock = clock;
    }

    /// What would change, and what speaks against it.
    public SecondLook look(SignedInStaff who, TenantFile file, String typed) {
        String postcode = file.tenancy().leases().getFirst().postcode();
        Phone number = Phone.parse(typed, postcode);
        if (number == null) {
            return new SecondLook.Unreadable();
        }
        Phone now = file.tenancy().phone();
        if (now != null && now.e164().equals(number.e164())) {
            return new SecondLook.Same();
        }
        String digits = new SearchTerms(List.of(), number.e164(), "").digits();
        List<SearchHit> others = search.matching(who, SearchTerms.lexeme("p" + digits, false), "", 6).stream()
                .filter(hit -> !hit.isOccupant())
                .filter(hit -> !hit.tenant().equals(file.number()))
                .toList();
        boolean unseen = search.countWithPhone(digits, file.number())
                > others.stream().map(SearchHit::tenant).distinct().count();
        PhoneCorrection lately = table.of(file.number()).stream()
                .filter(one -> one.madeAt().isAfter(clock.instant().minus(LATELY)))
                .findFirst()
                .orElse(null);
        return new SecondLook.Ready(number, number.kind() == Phone.Kind.LANDLINE, others, unseen, lately);
    }

    /// Puts it right, and with it what the tenant asked about the number.
    ///
    /// @param alsoDone whether the open request about other details is settled by it too
    @Transactional
    public void correct(SignedInStaff who, TenantFile file, Phone number, String reason, boolean alsoDone) {
        TenantNumber tenant = file.number();
        table.hold(tenant);
        table.end(tenant, State.REPLACED, clock.instant());
        table.add(Ids.next(clock), who, tenant, number.e164(), file.tenancy().mobile(), reason, clock.instant());
        requests.end(tenant, alsoDone, who.name(), clock.instant());
        entries.of(tenant);
    }

    /// Takes the ERP's number back.
    ///
    /// @return whether there was a correction to drop
    @Transactional
    public boolean drop(SignedInStaff who, TenantFile file) {
        table.hold(file.number());
        boolean dropped = table.end(file.number(), State.DROPPED, clock.instant());
        entries.of(file.number());
        return dropped;
    }

    /// The latest first.
    public List<PhoneCorrection> of(SignedInStaff who, TenantFile file) {
        return table.of(file.number());
    }
}
