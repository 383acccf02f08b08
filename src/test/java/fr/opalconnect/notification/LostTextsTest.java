package fr.opalconnect.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.Phone;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.notification.Delivery.Ending;
import fr.opalconnect.notification.mail.DeliveryReport;
import fr.opalconnect.notification.sms.Receipt;
import fr.opalconnect.notification.sms.SmsGateway;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A text message or a letter that did not arrive goes on by the next way that the tenant has and wants.
@WholeApplication
class LostTextsTest {
    private static final TenantNumber FATOUMATA = Cast.FATOUMATA_DIALLO.tenant();
    private static final Phone PHONE = Objects.requireNonNull(Phone.parse(Cast.FATOUMATA_DIALLO.phone(), "02000"));
    private static final SmsWay CENTRE = new SmsWay("sandbox", (to, text, life) -> new SmsGateway.Answer.Taken("x"));

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Notifications notifications;

    @Autowired
    private ChoiceTable choices;

    @Autowired
    private Handovers handovers;

    @Autowired
    private SmsReceipts receipts;

    @Autowired
    private Bounces bounces;

    @LocalServerPort
    private int port;

    @Autowired
    private Dispatch dispatch;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void nobodyWasTold() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
        new Telling(program).clear();
        choices.put(FATOUMATA, Choices.NONE);
        Emptied.by(jdbc, "DELETE FROM notification.sandbox_mail");
        Emptied.by(jdbc, "DELETE FROM notification.receipt");
    }

    @Test
    void a_cut_that_no_gateway_takes_goes_by_e_mail() {
        handovers.end(staged(), Ending.REFUSED, "number not in service");
        assertThat(letters()).containsExactly("Eau coupée demain de 9 h à 12 h");
    }

    @Test
    void nor_is_it_lost_when_the_network_gives_up_and_it_goes_once_however_often_that_is_said() {
        UUID text = staged();
        taken(text, "r1", "r2");
        receipts.take("sandbox", receipt("r1", Receipt.Outcome.FAILED));
        assertThat(outcome(text)).isEqualTo(Notifications.State.UNDELIVERED);
        receipts.take("sandbox", receipt("r2", Receipt.Outcome.FAILED));
        receipts.take("sandbox", receipt("r2", Receipt.Outcome.FAILED));
        assertThat(letters()).containsExactly("Eau coupée demain de 9 h à 12 h");
    }

    @Test
    void what_arrived_or_may_have_arrived_is_not_said_again() {
        UUID arrived = staged();
        taken(arrived, "r3");
        receipts.take("sandbox", receipt("r3", Receipt.Outcome.DELIVERED));
        handovers.end(staged(), Ending.UNKNOWN, "connection lost");
        assertThat(mails()).isZero();
    }

    @Test
    void nor_to_whoever_wants_no_e_mail_of_it() {
        choices.put(
                FATOUMATA,
                Choices.NONE.with((topic, channel) -> channel != Channel.MAIL && Choices.NONE.wants(topic, channel)));
        handovers.end(staged(), Ending.REFUSED, "number not in service");
        assertThat(mails()).isZero();
    }

    @Test
    void a_letter_that_comes_back_goes_on_by_text_once_and_the_desk_reads_why() {
        notifications.tell(
                FATOUMATA, Kind.INSURANCE_ENDED, Facts.of("back", "/assurance").with(LocalDate.of(2026, 11, 30)));
        String letter = await().until(this::messageId, Objects::nonNull);
        String address = Objects.requireNonNull(jdbc.sql("SELECT recipient FROM notification.sandbox_mail")
                .query(String.class)
                .single());
        try {
            bounces.take(new DeliveryReport(letter, List.of(address), "5.1.1"));
            bounces.take(new DeliveryReport(letter, List.of(address), "5.1.1"));
            assertThat(jdbc.sql("""
                            SELECT channel || ' ' || state FROM notification.delivery
                            WHERE tenant_number = :tenant AND channel = 'MAIL'
                            """)
                            .param("tenant", FATOUMATA.value())
                            .query(String.class)
                            .list())
                    .containsExactly("MAIL UNDELIVERED");
            assertThat(jdbc.sql("""
                            SELECT count(*) FROM notification.delivery WHERE tenant_number = :tenant AND channel = 'SMS'
                            """)
                            .param("tenant", FATOUMATA.value())
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
            assertThat(AtTheDesk.seat(new HttpBrowser(port), program, CastStaff.CLAIRE_LEMOINE)
                            .get("/bureau/locataires/" + FATOUMATA.value())
                            .text())
                    .contains("E-mail non remis : le serveur répond 5.1.1");
        } finally {
            program.getBean(MailAddresses.class).clear(address);
        }
    }

    private @Nullable String messageId() {
        return jdbc.sql("SELECT message_id FROM notification.sandbox_mail")
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /// A text of a cut, which no job will send: all that the program would do, in one transaction.
    private UUID staged() {
        String key = UUID.randomUUID().toString();
        return Objects.requireNonNull(transactions.execute(status -> {
            notifications.tell(
                    FATOUMATA, Kind.CUT, Facts.of(key, "/accueil").with("Eau coupée demain de 9 h à 12 h", null));
            UUID told = jdbc.sql("SELECT batch FROM notification.told WHERE key = :key")
                    .param("key", key)
                    .query(UUID.class)
                    .single();
            dispatch.some(told, Instant.now());
            UUID text = jdbc.sql("""
                            SELECT delivery_id FROM notification.part JOIN notification.told ON told.id = told_id
                            WHERE key = :key
                            """).param("key", key).query(UUID.class).single();
            jdbc.sql("DELETE FROM platform.scheduled_tasks WHERE task_instance IN (:told, :text)")
                    .param("told", told.toString())
                    .param("text", text.toString())
                    .update();
            return text;
        }));
    }

    private void taken(UUID text, String... references) {
        handovers.taken(text, handovers.begin(text, CENTRE, false), CENTRE, PHONE, List.of(references));
    }

    private static Receipt receipt(String reference, Receipt.Outcome outcome) {
        return new Receipt(reference, PHONE.e164(), outcome, null, "as the network says", Instant.now());
    }

    private Notifications.@Nullable State outcome(UUID text) {
        Notifications.Outcome outcome = notifications.outcome(text);
        return outcome == null ? null : outcome.state();
    }

    private long mails() {
        return jdbc.sql("SELECT count(*) FROM notification.delivery WHERE channel = 'MAIL' AND tenant_number = :tenant")
                .param("tenant", FATOUMATA.value())
                .query(Long.class)
                .single();
    }

    /// What the mailbox shows, when something has come.
    private List<@Nullable String> letters() {
        await().until(() -> subjects().size() >= mails());
        return subjects();
    }

    private List<@Nullable String> subjects() {
        return jdbc.sql("SELECT subject FROM notification.sandbox_mail")
                .query(String.class)
                .list();
    }
}
