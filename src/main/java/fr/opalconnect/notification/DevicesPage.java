package fr.opalconnect.notification;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.notification.push.Subscription;
import fr.opalconnect.platform.Device;
import fr.opalconnect.platform.Languages;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a browser's script posts when messages on this phone are switched on, or off.
@Controller
class DevicesPage {
    private static final int LONGEST = 2000;

    private final PushSubscriptions subscriptions;
    private final Languages languages;
    private final InstantSource clock;

    DevicesPage(PushSubscriptions subscriptions, Languages languages, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.languages = languages;
        this.clock = clock;
    }

    /// @param adresse where the browser listens
    @PostMapping("/notifications/appareils")
    ResponseEntity<Void> switchOn(
            SignedInTenant who,
            @RequestParam(defaultValue = "") String adresse,
            @RequestParam(defaultValue = "") String p256dh,
            @RequestParam(defaultValue = "") String auth,
            HttpServletRequest request) {
        Subscription to = new Subscription(address(adresse), p256dh, auth);
        String device = Device.of(request.getHeader(HttpHeaders.USER_AGENT));
        return switch (subscriptions.switchOn(who, to, device, languages.of(request))) {
            case PushSubscriptions.Ending.On _ -> answer(HttpStatus.NO_CONTENT);
            case PushSubscriptions.Ending.NotPossible _ -> answer(HttpStatus.UNPROCESSABLE_CONTENT);
            case PushSubscriptions.Ending.TooOften often ->
                ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                        .header(
                                HttpHeaders.RETRY_AFTER,
                                Long.toString(Duration.between(clock.instant(), often.until())
                                        .toSeconds()))
                        .build();
        };
    }

    @PostMapping("/notifications/appareils/retirer")
    ResponseEntity<Void> switchOff(SignedInTenant who, @RequestParam(defaultValue = "") String adresse) {
        subscriptions.switchOff(who, adresse);
        return answer(HttpStatus.NO_CONTENT);
    }

    /// One that leads nowhere when it is none.
    private static URI address(String typed) {
        try {
            return new URI(typed.length() > LONGEST ? "" : typed);
        } catch (URISyntaxException e) {
            return URI.create("");
        }
    }

    private static ResponseEntity<Void> answer(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
