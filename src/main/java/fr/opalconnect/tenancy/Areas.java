package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.SignedInStaff;
import java.util.List;
import org.springframework.stereotype.Component;

/// The estates, buildings and staircases, and how many households live in them.
@Component
public class Areas {
    private final AreaTable table;

    Areas(AreaTable table) {
        this.table = table;
    }

    /// The estates of an agency, each followed by its buildings, and these by their staircases; none when the agency is
    /// not theirs.
    public List<Area> of(SignedInStaff who, String agency) {
        return who.sees(agency) ? table.of(agency) : List.of();
    }

    /// How many households are told of what is announced there: those of [Recipients#in(Area)].
    public int households(SignedInStaff who, Area area) {
        return area.isOf(who) ? table.households(area) : 0;
    }
}
