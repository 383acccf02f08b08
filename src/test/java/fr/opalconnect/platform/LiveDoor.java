package fr.opalconnect.platform;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.kernel.TenantNumber;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A door that only a test has: follows what it is asked to, for whom it is asked to.
@TestComponent
@Controller
@Open
class LiveDoor {
    static final UUID SESSION = UUID.fromString("01930000-0000-7000-8000-000000000001");

    private final Live live;

    LiveDoor(Live live) {
        this.live = live;
    }

    @GetMapping("/essai/direct")
    View follow(@RequestParam String person, @RequestParam List<String> topics) {
        LeaseNumber lease = new LeaseNumber("1");
        return live.follow(new SignedInTenant(new TenantNumber(person), lease, List.of(lease), SESSION), topics);
    }
}
