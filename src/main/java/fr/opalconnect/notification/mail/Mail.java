package fr.opalconnect.notification.mail;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One letter to one mailbox.
///
/// @param to          the bare address; whether it can be one is the gateway's to say
/// @param subject     one line; whatever would begin another becomes a space
/// @param text        what is read where HTML is not
/// @param html        a whole page
/// @param unsubscribe where a mail program posts `List-Unsubscribe=One-Click`, nobody being signed in; null for letters
///                    that one cannot do without, as a code
/// @param messageId   `left@right` without its angle brackets, the same whenever the letter is tried again
public record Mail(
        String to,
        String subject,
        String text,
        String html,
        @Nullable URI unsubscribe,
        String messageId,
        Locale language) {
    private static final Pattern MESSAGE_ID = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9.-]+");

    /// By https alone, RFC 8058; the demonstration's letters, which stay at home, lead elsewhere.
    boolean hasOneClick() {
        return unsubscribe != null && "https".equals(unsubscribe.getScheme());
    }

    public Mail {
        to = to.strip();
        subject = subject.replaceAll("\\p{Cntrl}+|[\u2028\u2029]+", " ").strip();
        if (!MESSAGE_ID.matcher(messageId).matches()) {
            throw new IllegalArgumentException("a Message-ID is left@right");
        }
    }
}
