package fr.opalconnect.office;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.landlord.Agencies;
import fr.opalconnect.landlord.Agency;
import fr.opalconnect.platform.Live;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Tells the desk's open pages that something changed.
@Controller
class DirectPage {
    private final Live live;
    private final Agencies agencies;
    private final Attendance attendance;

    DirectPage(Live live, Agencies agencies, Attendance attendance) {
        this.live = live;
        this.agencies = agencies;
        this.attendance = attendance;
    }

    /// @param conversation the one that is open: it is followed by those who were let in to it
    @GetMapping("/bureau/direct")
    View follow(SignedInStaff who, @RequestParam(required = false) @Nullable UUID conversation) {
        List<String> topics = new ArrayList<>();
        List<String> codes = who.seesAllAgencies()
                ? agencies.all().stream().map(Agency::code).toList()
                : who.agencies();
        codes.forEach(code -> topics.add("agency:" + code));
        if (conversation != null && attendance.wasThere(who, conversation)) {
            topics.add("conversation:" + conversation);
        }
        return live.follow(who, topics);
    }
}
