package fr.opalconnect.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When tenants are told: `opal.notification.*`.
///
/// @param quietFrom the hour at which what can wait begins to wait, for whoever chose no other
/// @param quietTo   the hour at which it goes out; the same one for no quiet hours
/// @param gather    how long messages and requests wait for whoever reads them in the app meanwhile
@ConfigurationProperties("opal.notification")
record NotificationSettings(
        @DefaultValue("21") int quietFrom,
        @DefaultValue("8") int quietTo,
        @DefaultValue("10m") Duration gather) {
    NotificationSettings {
        new QuietHours(quietFrom, quietTo);
        if (gather.isNegative() || gather.compareTo(Duration.ofHours(12)) > 0) {
            throw new IllegalArgumentException("opal.notification.gather is some minutes");
        }
    }

    QuietHours quiet() {
        return new QuietHours(quietFrom, quietTo);
    }
}
