package fr.opalconnect.demo;

import fr.opalconnect.access.DemoStaff;
import java.util.List;

/// Who sits at the desk of the demonstration.
record StaffView(String password, List<DemoStaff.Person> people) {
    /// Two halves are easier to read.
    static String halves(String code) {
        return code.substring(0, 3) + " " + code.substring(3);
    }
}
