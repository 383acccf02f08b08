package fr.opalconnect.command;

import fr.opalconnect.access.DemoStaff;
import fr.opalconnect.debit.DemoDebits;
import fr.opalconnect.debit.Proposals;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import java.util.List;

/// Gives the demonstration's staff their accounts, and something to do.
final class DemoDesk {
    private DemoDesk() {}

    static void moveIn(DemoStaff staff) {
        for (CastStaff person : CastStaff.values()) {
            boolean adviser = !person.agency().isEmpty();
            staff.moveIn(
                    person.fullName(),
                    person.email(),
                    roleOf(person),
                    adviser ? List.of(person.agency()) : List.of(),
                    adviser ? person.code() : null);
        }
    }

    /// One of the cast pays by automatic debit; the office has something to approve.
    static void announceDebits(DemoDebits debits, Proposals proposals) {
        debits.moveIn(Cast.KEVIN_LEFEVRE.tenant(), Cast.KEVIN_LEFEVRE.lease().number());
        proposals.propose();
    }

    static StaffRole roleOf(CastStaff person) {
        return person.agency().isEmpty() ? StaffRole.ADMINISTRATOR : StaffRole.ADVISER;
    }
}
