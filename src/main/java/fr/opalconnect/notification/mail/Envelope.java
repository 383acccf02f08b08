package fr.opalconnect.notification.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A letter as it goes over the wire: RFC 5322, in UTF-8, plain text before HTML. It is signed (DKIM) by the relay.
final class Envelope extends MimeMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final Pattern ADDRESS =
            Pattern.compile("([A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64})@([^@\\s\\p{Cntrl}<>()\\[\\],;:\\\\\"]{3,253})");

    private final String messageId;

    private Envelope(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /// @throws AddressException when there is no such address
    static Envelope of(Session session, Sender sender, Mail mail, Instant now) throws MessagingException {
        Envelope letter = new Envelope(session, mail.messageId());
        letter.setFrom(named(sender.address(), sender.name()));
        letter.setRecipient(Message.RecipientType.TO, recipient(mail.to()));
        if (!sender.replyTo().isEmpty()) {
            letter.setReplyTo(new InternetAddress[] {new InternetAddress(sender.replyTo(), true)});
        }
        letter.setSubject(mail.subject(), UTF_8);
        letter.setSentDate(Date.from(now));
        letter.setContentLanguage(new String[] {mail.language().getLanguage()});
        letter.setHeader("List-Id", "<" + sender.list() + ">");
        // No machine is to answer: RFC 3834, and the same in Outlook's words.
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setHeader("X-Auto-Response-Suppress", "All");
        if (mail.unsubscribe() != null && mail.hasOneClick()) {
            letter.setHeader("List-Unsubscribe", "<" + mail.unsubscribe().toASCIIString() + ">");
            letter.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        letter.setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
        letter.saveChanges();
        return letter;
    }

    /// One bare address, and nothing that a mail server would take for two.
    private static InternetAddress recipient(String typed) throws AddressException {
        Matcher address = ADDRESS.matcher(typed);
        if (!address.matches()) {
            throw new AddressException("not one address");
        }
        try {
            return new InternetAddress(address.group(1) + "@" + IDN.toASCII(address.group(2)), true);
        } catch (IllegalArgumentException e) {
            throw new AddressException("not a domain");
        }
    }

    private static InternetAddress named(String address, String name) throws AddressException {
        try {
            return new InternetAddress(new InternetAddress(address, true).getAddress(), name, UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("UTF-8 is in every JDK", e);
        }
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, kind);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + messageId + ">");
    }
}
