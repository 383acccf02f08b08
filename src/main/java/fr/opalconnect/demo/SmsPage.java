package fr.opalconnect.demo;

import fr.opalconnect.notification.SandboxMessages;
import fr.opalconnect.notification.SandboxWeather;
import fr.opalconnect.platform.Open;
import fr.opalconnect.platform.Views;
import java.time.InstantSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The phones of the demonstration: what they received, so that anyone can walk the whole way.
@Controller
@Open
@Profile("demo")
class SmsPage {
    private static final String PATH = "/demo/sms";

    private final SandboxMessages messages;
    private final SandboxWeather weather;
    private final Views views;
    private final InstantSource clock;

    SmsPage(SandboxMessages messages, SandboxWeather weather, Views views, InstantSource clock) {
        this.messages = messages;
        this.weather = weather;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping(PATH)
    View messages() {
        return views.page(
                "demo/Sms", new SmsView(messages.latest(), weather.choices(), weather.chosen(), clock.instant()));
    }

    /// What the network does with the next messages.
    @PostMapping(PATH)
    View change(@RequestParam String temps) {
        weather.choose(temps);
        return new RedirectView(PATH);
    }
}
