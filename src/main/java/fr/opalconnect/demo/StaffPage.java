package fr.opalconnect.demo;

import fr.opalconnect.access.DemoStaff;
import fr.opalconnect.platform.Open;
import fr.opalconnect.platform.Views;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// The staff of the demonstration with their password and what their phones show, so that anyone can sit at the desk.
@Controller
@Open
@Profile("demo")
class StaffPage {
    private final DemoStaff staff;
    private final Views views;

    StaffPage(DemoStaff staff, Views views) {
        this.staff = staff;
        this.views = views;
    }

    @GetMapping("/demo/equipe")
    View staff() {
        return views.page("demo/Staff", new StaffView(DemoStaff.PASSWORD, staff.people()));
    }
}
