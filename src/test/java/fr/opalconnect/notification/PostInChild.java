package fr.opalconnect.notification;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.notification.mail.Mail;
import fr.opalconnect.notification.mail.MailServer;
import fr.opalconnect.notification.mail.MailServer.Security;
import fr.opalconnect.notification.mail.Sender;
import fr.opalconnect.notification.mail.SmtpMail;
import fr.opalconnect.notification.sms.SmppAccount;
import fr.opalconnect.notification.sms.SmppAccount.Letters;
import fr.opalconnect.notification.sms.SmppAccount.Splitting;
import fr.opalconnect.notification.sms.SmppAccount.Validity;
import fr.opalconnect.notification.sms.SmppAccount.Wording;
import fr.opalconnect.notification.sms.SmppSms;
import fr.opalconnect.notification.sms.SmsGateway.Answer;
import fr.opalconnect.platform.Authorities;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;

/// A program of its own, for a JVM believes what it believed first: one letter to a relay that encrypts, one to a relay
/// that does when asked, one text message. It prints what each answered.
final class PostInChild {
    static final String READY = "all is said";

    private PostInChild() {}

    /// Says it all, and ends.
    ///
    /// @param arguments a PEM file, or `none`, and the ports of the three, all in one
    public static void main(String[] arguments) throws InterruptedException {
        String[] said = arguments[0].split(" ", -1);
        Authorities.trust(said[0].equals("none") ? null : said[0]);
        System.out.println("TLS " + letter(Security.TLS, Integer.parseInt(said[1])));
        System.out.println("STARTTLS " + letter(Security.STARTTLS, Integer.parseInt(said[2])));
        System.out.println("SMPP " + text(Integer.parseInt(said[3])));
        System.out.println(READY);
        System.exit(0);
    }

    private static String letter(Security security, int port) {
        MailServer server = new MailServer("localhost", port, security, "", "");
        Sender sender = new Sender("locataires@opal.example", "OPAL", "agence@opal.example", "retours@opal.example");
        try (SmtpMail relay = new SmtpMail(server, sender, InstantSource.fixed(Instant.EPOCH))) {
            return relay.send(new Mail(
                            "nadia@exemple.fr",
                            security.name(),
                            "Bonjour",
                            "<p>Bonjour</p>",
                            null,
                            security + "@opal.example",
                            Locale.FRENCH))
                    .getClass()
                    .getSimpleName();
        }
    }

    private static String text(int port) throws InterruptedException {
        SmppAccount account = new SmppAccount(
                "localhost",
                port,
                true,
                "j",
                "jpwd",
                "",
                new SmppAccount.Sender("OPAL", 5, 0),
                1,
                10,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                new Wording(Letters.UNPACKED, Splitting.UDH, Validity.RELATIVE),
                ZoneId.of("Europe/Paris"));
        try (SmppSms centre = new SmppSms("smpp", account, (gateway, receipt) -> {}, InstantSource.system())) {
            Answer answer = send(centre);
            for (int i = 0; i < 40 && answer instanceof Answer.Unreachable; i++) { // it is not bound yet
                Thread.sleep(50);
                answer = send(centre);
            }
            return answer.getClass().getSimpleName();
        }
    }

    private static Answer send(SmppSms centre) {
        return centre.send(new Phone("+33641207742", Phone.Kind.MOBILE), "OPAL : bonjour.", Duration.ofMinutes(10));
    }
}
