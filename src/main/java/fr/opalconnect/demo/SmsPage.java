package fr.opalconnect.demo;

import fr.opalconnect.notification.SandboxMessages;
import fr.opalconnect.platform.Open;
import fr.opalconnect.platform.Views;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// The phones of the demonstration: what they received, so that anyone can walk the whole way.
@Controller
@Open
@Profile("demo")
class SmsPage {
    private final ObjectProvider<SandboxMessages> messages;
    private final Views views;
    private final InstantSource clock;

    SmsPage(ObjectProvider<SandboxMessages> messages, Views views, InstantSource clock) {
        this.messages = messages;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/demo/sms")
    View messages() {
        return views.page(
                "demo/Sms",
                new SmsView(
                        messages.stream()
                                .flatMap(each -> each.latest().stream())
                                .toList(),
                        clock.instant()));
    }
}
