package fr.opalconnect.notification.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// The mailbox to which letters come back, by IMAP. Reports that are understood are deleted; everything else is marked
/// as read and left to people.
public final class ReturnMailbox {
    /// So many at once: a large night is several visits.
    private static final int AT_ONCE = 200;

    private final MailServer server;
    private final String folder;

    public ReturnMailbox(MailServer server, String folder) {
        this.server = server;
        this.folder = folder;
    }

    /// @param taker is told each failure; what it throws ends the visit, and the report is read again next time
    /// @return how many messages were looked at
    public int empty(Consumer<DeliveryReport> taker) throws MessagingException {
        try (Store store = Session.getInstance(server.properties("imap")).getStore("imap")) {
            store.connect(server.host(), server.port(), server.user(), server.password());
            Folder inbox = store.getFolder(folder);
            inbox.open(Folder.READ_WRITE);
            try {
                return read(inbox, taker);
            } finally {
                inbox.close(true);
            }
        }
    }

    private static int read(Folder inbox, Consumer<DeliveryReport> taker) throws MessagingException {
        Message[] unread = inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        Message[] some = Arrays.copyOf(unread, Math.min(unread.length, AT_ONCE));
        FetchProfile heads = new FetchProfile();
        heads.add(FetchProfile.Item.CONTENT_INFO);
        inbox.fetch(some, heads);
        for (Message message : some) {
            List<DeliveryReport> reports = reports((MimeMessage) message);
            reports.forEach(taker);
            message.setFlag(Flags.Flag.SEEN, true);
            message.setFlag(Flags.Flag.DELETED, !reports.isEmpty());
        }
        return some.length;
    }

    /// A report that is broken is one for people.
    private static List<DeliveryReport> reports(MimeMessage message) {
        try {
            return DeliveryReport.in(new MimeMessage(message));
        } catch (MessagingException e) {
            return List.of();
        }
    }
}
