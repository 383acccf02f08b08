package fr.opalconnect.command;

import fr.opalconnect.access.DemoStaff;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.sample.CastStaff;
import java.util.List;

/// Gives the demonstration's staff their accounts.
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

    static StaffRole roleOf(CastStaff person) {
        return person.agency().isEmpty() ? StaffRole.ADMINISTRATOR : StaffRole.ADVISER;
    }
}
