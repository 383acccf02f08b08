package fr.opalconnect.notification;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Messages to browsers: `opal.push.*`.
///
/// @param subject whom a push service may ask about us, `mailto:` or `https:` and an address of the landlord's; while
/// it
///                is empty, nothing is pushed and nobody is offered it
/// @param hosts   the push services that are known
@ConfigurationProperties("opal.push")
record PushSettings(
        @DefaultValue("") String subject,

        @DefaultValue({"fcm.googleapis.com", "*.push.services.mozilla.com", "*.push.apple.com", "*.notify.windows.com"})
        List<String> hosts) {}
