package fr.opalconnect.command;

import fr.opalconnect.insurance.DemoCertificates;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.landlord.StaffDirectory;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;

/// The cast's home insurance: one accepted, one that ends in three weeks, one to check; the others have sent none.
final class DemoInsurance {
    private static final int SOON = 21;

    private final DemoCertificates certificates;
    private final StaffDirectory staff;
    private final LocalDate today;

    DemoInsurance(Program program) {
        this.certificates = program.get(DemoCertificates.class);
        this.staff = program.get(StaffDirectory.class);
        this.today = program.get(InstantSource.class)
                .instant()
                .atZone(ZoneId.of("Europe/Paris"))
                .toLocalDate();
    }

    void moveIn() {
        send(Cast.SAMUEL_ROCHE, today.plusMonths(8));
        send(Cast.NADIA_BENALI, today.plusDays(SOON));
        send(Cast.MARTINE_MARCHAND, today.plusMonths(11));
        SignedInStaff claire = as(CastStaff.CLAIRE_LEMOINE);
        certificates.accept(claire, as(Cast.SAMUEL_ROCHE));
        certificates.accept(claire, as(Cast.NADIA_BENALI));
    }

    private void send(Cast person, LocalDate until) {
        certificates.send(as(person), person.fullName(), until.minusYears(1).plusDays(1), until);
    }

    private static SignedInTenant as(Cast person) {
        return new SignedInTenant(
                person.tenant(),
                person.lease().number(),
                person.leases().stream().map(lease -> lease.number()).toList(),
                new UUID(0, 0));
    }

    private SignedInStaff as(CastStaff person) {
        StaffMember member = Objects.requireNonNull(staff.adviser(person.code()), "the demo's staff has moved in");
        return new SignedInStaff(
                member.id(), member.name(), member.role(), member.agencies(), member.adviser(), new UUID(0, 0));
    }
}
