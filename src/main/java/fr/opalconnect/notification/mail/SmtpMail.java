package fr.opalconnect.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The landlord's mail relay by SMTP. One connection carries the letters that follow each other, and ends when none has
/// come for a while.
public final class SmtpMail implements MailGateway, AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(10);
    /// Many relays end a connection after some hundred letters.
    private static final int LETTERS_PER_CONNECTION = 100;

    private final ReentrantLock one = new ReentrantLock();
    private final Executor later = CompletableFuture.delayedExecutor(IDLE.toMillis(), TimeUnit.MILLISECONDS);
    private final MailServer server;
    private final Sender sender;
    private final InstantSource clock;
    private final Session session;
    private @Nullable Transport way;
    private int carried;
    private long lastUse;

    public SmtpMail(MailServer server, Sender sender, InstantSource clock) {
        this.server = server;
        this.sender = sender;
        this.clock = clock;
        Properties properties = server.properties("smtp");
        properties.put("mail.smtp.from", sender.envelope());
        properties.put(
                "mail.smtp.localhost",
                sender.address().substring(sender.address().indexOf('@') + 1));
        properties.put("mail.smtp.quitwait", "false");
        this.session = Session.getInstance(properties);
    }

    @Override
    public Answer send(Mail mail) {
        one.lock();
        try {
            Envelope letter = Envelope.of(session, sender, mail, clock.instant());
            Transport open = open();
            open.sendMessage(letter, letter.getAllRecipients());
            carried++;
            lastUse = System.nanoTime();
            later.execute(this::closeWhenIdle);
            return new Answer.Taken(mail.messageId());
        } catch (AddressException e) {
            return new Answer.Refused("not one address");
        } catch (SendFailedException e) {
            SmtpReply reply = SmtpReply.of(e);
            hangUp();
            return reply.forGood() ? new Answer.Refused(reply.words()) : new Answer.Unreachable(reply.words());
        } catch (MessagingException e) {
            hangUp();
            return new Answer.Unreachable(e.getClass().getSimpleName());
        } finally {
            one.unlock();
        }
    }

    /// Asks the server whether it still listens: it may have hung up in between.
    private Transport open() throws MessagingException {
        Transport known = way;
        if (known != null && carried < LETTERS_PER_CONNECTION && known.isConnected()) {
            return known;
        }
        hangUp();
        Transport fresh = session.getTransport("smtp");
        if (server.user().isEmpty()) {
            fresh.connect();
        } else {
            fresh.connect(server.host(), server.port(), server.user(), server.password());
        }
        way = fresh;
        carried = 0;
        return fresh;
    }

    private void closeWhenIdle() {
        one.lock();
        try {
            if (System.nanoTime() - lastUse >= IDLE.toNanos()) {
                hangUp();
            }
        } finally {
            one.unlock();
        }
    }

    private void hangUp() {
        Transport known = way;
        way = null;
        if (known != null) {
            try {
                known.close();
            } catch (MessagingException e) {
                // It has hung up first.
            }
        }
    }

    @Override
    public void close() {
        one.lock();
        try {
            hangUp();
        } finally {
            one.unlock();
        }
    }
}
