package fr.opalconnect.app;

import fr.opalconnect.platform.Open;
import fr.opalconnect.platform.Views;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// Mon application: what it does, and how it comes to the home screen of whatever one holds.
@Controller
@Open
class InstallPage {
    static final String PATH = "/mon-application";

    private final Views views;
    private final SiteAddress address;
    private final Film film;
    private final AppSettings settings;

    InstallPage(Views views, SiteAddress address, Film film, AppSettings settings) {
        this.views = views;
        this.address = address;
        this.film = film;
        this.settings = settings;
    }

    @GetMapping(PATH)
    View install(HttpServletRequest request) {
        Device device = Device.of(request.getHeader(HttpHeaders.USER_AGENT));
        // The device that one holds first, the others in their order.
        List<Device> devices = Arrays.stream(Device.values())
                .sorted(Comparator.comparing((Device each) -> each != device))
                .toList();
        return views.page("app/Install", new InstallView(devices, address.of(request, PATH), film.scenes(), settings));
    }
}
