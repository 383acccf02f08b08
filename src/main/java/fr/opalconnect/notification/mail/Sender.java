package fr.opalconnect.notification.mail;

/// Who writes.
///
/// @param address  of the landlord's own domain
/// @param name     what mail programs show of it
/// @param replyTo  where answers go; empty for the address itself
/// @param returnTo where letters come back that could not be delivered; empty for the address itself
public record Sender(String address, String name, String replyTo, String returnTo) {
    String envelope() {
        return returnTo.isEmpty() ? address : returnTo;
    }

    /// `locataires.opal.example`: by which mail programs sort (RFC 2919).
    String list() {
        return address.replace('@', '.');
    }
}
