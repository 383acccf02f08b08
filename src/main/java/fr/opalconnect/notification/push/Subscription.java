package fr.opalconnect.notification.push;

import java.net.URI;

/// Where a browser listens.
///
/// @param endpoint the address at its push service, which nobody else knows
/// @param p256dh   its public key, base64url
/// @param auth     the secret that it shares with us, base64url
public record Subscription(URI endpoint, String p256dh, String auth) {
    /// Without the secrets.
    @Override
    public String toString() {
        return "Subscription[" + endpoint.getHost() + "]";
    }
}
