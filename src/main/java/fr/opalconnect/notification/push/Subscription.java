package fr.opalconnect.notification.push;

import java.net.URI;
import java.util.Base64;

/// Where a browser listens.
///
/// @param endpoint the address at its push service, which nobody else knows
/// @param p256dh   its public key, base64url
/// @param auth     the secret that it shares with us, base64url
public record Subscription(URI endpoint, String p256dh, String auth) {
    /// Whether these can be the keys of a browser: a point of P-256, and 16 bytes.
    public boolean hasKeys() {
        return bytes(p256dh) == 65 && bytes(auth) == 16;
    }

    private static int bytes(String key) {
        try {
            return key.length() > 100 ? -1 : Base64.getUrlDecoder().decode(key).length;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    /// Without the secrets.
    @Override
    public String toString() {
        return "Subscription[" + endpoint.getHost() + "]";
    }
}
