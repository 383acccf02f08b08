package fr.opalconnect.insurance;

import fr.opalconnect.kernel.SignedInStaff;
import java.util.EnumSet;
import org.springframework.stereotype.Component;

/// The office's list as somebody opens it, for `./opal bench desk`.
@Component
public class InsuranceTrial {
    private final InsuranceDesk desk;

    InsuranceTrial(InsuranceDesk desk) {
        this.desk = desk;
    }

    /// @return how many rows the first page has
    public int open(SignedInStaff who) {
        return desk.list(who, EnumSet.allOf(Pile.class), 0, InsuranceDesk.PAGE)
                .rows()
                .size();
    }
}
