package fr.opalconnect.notification;

import java.util.Locale;

/// How something can reach a tenant outside the app. In the app all of it can be read, always.
enum Channel {
    PUSH,
    MAIL,
    SMS;

    /// As forms and message bundles name it.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
