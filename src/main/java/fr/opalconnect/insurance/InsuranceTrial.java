package fr.opalconnect.insurance;

import fr.opalconnect.kernel.SignedInStaff;
import java.util.EnumSet;
import org.springframework.stereotype.Component;

/// The office's list as somebody opens it, for `./opal bench desk`.
@Component
public class InsuranceTrial {
    private final InsuranceList list;

    InsuranceTrial(InsuranceList list) {
        this.list = list;
    }

    /// @return how many rows the first page has
    public int open(SignedInStaff who) {
        return list.of(who, null, EnumSet.allOf(Pile.class), 0, InsuranceList.PAGE)
                .rows()
                .size();
    }
}
