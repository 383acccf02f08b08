package fr.opalconnect.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.bench.BadLine;
import fr.opalconnect.bench.BadLine.Faults;
import fr.opalconnect.kernel.Phone;
import fr.opalconnect.notification.sms.Receipt.Failure;
import fr.opalconnect.notification.sms.Receipt.Outcome;
import fr.opalconnect.notification.sms.SmppAccount.Letters;
import fr.opalconnect.notification.sms.SmppAccount.Splitting;
import fr.opalconnect.notification.sms.SmppAccount.Validity;
import fr.opalconnect.notification.sms.SmppAccount.Wording;
import fr.opalconnect.notification.sms.SmsGateway.Answer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Against message centres of two makers, over a line that behaves as lines do.
class SmppSmsTest {
    private static final Phone PHONE = new Phone("+33641207742", Phone.Kind.MOBILE);
    private static final Phone OFF = new Phone("+33641207799", Phone.Kind.MOBILE);
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Wording PLAIN = new Wording(Letters.UNPACKED, Splitting.UDH, Validity.RELATIVE);

    private final List<Receipt> receipts = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
    private boolean full;

    @AfterEach
    void hangUp() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void the_simulator_of_jsmpp_takes_a_message_and_tells_that_it_arrived() throws Exception {
        Centre centre = opened(Centre.simulator());
        SmppSms gateway = gateway(centre, centre.address().getPort(), PLAIN);
        Answer.Taken taken = taken(send(gateway, PHONE, "OPAL : 407123 est à vous."));
        assertThat(taken.references()).hasSize(1);
        until(() -> !receipts.isEmpty());
        Receipt receipt = receipts.getFirst();
        assertThat(receipt.outcome()).isEqualTo(Outcome.DELIVERED);
        assertThat(MessageIds.alike(receipt.reference()))
                .contains(MessageIds.plain(taken.references().getFirst()));
        assertThat(receipt.toString()).doesNotContain("407123");
    }

    @Test
    void the_centre_of_npm_takes_short_and_long_ones_in_any_wording() throws Exception {
        Centre centre = opened(Centre.node("jpwd"));
        String longer = "à payer avant le 5 décembre, ".repeat(10);
        for (Letters letters : Letters.values()) {
            for (Splitting splitting : Splitting.values()) {
                Wording wording = new Wording(letters, splitting, Validity.ABSOLUTE);
                SmppSms gateway = gateway(centre, centre.address().getPort(), wording);
                int parts = splitting == Splitting.PAYLOAD ? 1 : 2;
                assertThat(taken(send(gateway, PHONE, longer)).references())
                        .as(wording.toString())
                        .hasSize(parts);
                gateway.close();
            }
        }
        receipts.clear();
        SmppSms gateway = gateway(centre, centre.address().getPort(), PLAIN);
        Answer.Taken taken = taken(send(gateway, OFF, "Bonjour, votre rendez-vous est confirmé. ê"));
        until(() -> receipts.stream().anyMatch(one -> one.outcome() == Outcome.FAILED));
        Receipt failed = receipts.stream()
                .filter(one -> one.outcome() == Outcome.FAILED)
                .findFirst()
                .orElseThrow();
        assertThat(failed.failure()).isEqualTo(Failure.PHONE_OFF);
        assertThat(failed.reference()).startsWith("0");
        assertThat(MessageIds.alike(failed.reference()))
                .contains(MessageIds.plain(taken.references().getFirst()));
    }

    @Test
    void a_receipt_that_cannot_be_kept_comes_again() throws Exception {
        Centre centre = opened(Centre.node("jpwd"));
        SmppSms gateway = gateway(centre, centre.address().getPort(), PLAIN);
        full = true;
        taken(send(gateway, PHONE, "OPAL : 407123"));
        until(() -> receipts.size() > 1);
        full = false;
        assertThat(receipts.getFirst().reference()).isEqualTo(receipts.get(1).reference());
    }

    @Test
    void too_many_is_obeyed_with_a_pause() throws Exception {
        Centre centre = opened(Centre.simulator());
        BadLine line = opened(new BadLine(centre.address(), new Faults(700, 0, 0, 0, 0), 4));
        SmppSms gateway = gateway(centre, line.port(), PLAIN);
        taken(send(gateway, PHONE, "OPAL : 407123"));
        assertThat(line.done().throttled()).isPositive();
        assertThat(line.taken("33641207742")).isEqualTo(1);
    }

    @Test
    void when_the_line_breaks_before_the_answer_nobody_claims_to_know() throws Exception {
        Centre centre = opened(Centre.simulator());
        BadLine line = opened(new BadLine(centre.address(), new Faults(0, 0, 1_000, 0, 0), 1));
        SmppSms gateway = gateway(centre, line.port(), PLAIN);
        assertThat(send(gateway, PHONE, "OPAL : 407123")).isEqualTo(new Answer.Unknown("connection lost"));
        assertThat(line.taken("33641207742")).isEqualTo(1);
    }

    @Test
    void a_lost_line_comes_back_by_itself() throws Exception {
        Centre centre = opened(Centre.simulator());
        BadLine line = opened(new BadLine(centre.address(), Faults.NONE, 1));
        SmppSms gateway = gateway(centre, line.port(), PLAIN);
        taken(send(gateway, PHONE, "OPAL : 1"));
        line.cut();
        until(() -> send(gateway, PHONE, "OPAL : 2") instanceof Answer.Taken);
    }

    @Test
    void a_centre_that_is_not_there_or_knows_us_not_is_out_of_reach_at_once() throws Exception {
        Centre centre = opened(Centre.simulator());
        Centre stranger = new Centre(centre.address(), "j", "wrong", () -> {});
        SmppSms unknown = opened(new SmppSms(
                "smpp", stranger.account(centre.address().getPort(), PLAIN), this::keep, InstantSource.system()));
        SmppSms nowhere = opened(new SmppSms("smpp", stranger.account(9, PLAIN), this::keep, InstantSource.system()));
        for (SmppSms gateway : List.of(unknown, nowhere)) {
            assertThat(gateway.send(PHONE, "OPAL : 1", LIFE)).isEqualTo(new Answer.Unreachable("not connected"));
        }
        assertThat(stranger.account(9, PLAIN).toString()).doesNotContain("wrong");
    }

    private Answer send(SmppSms gateway, Phone to, String text) {
        return gateway.send(to, text, LIFE);
    }

    private static Answer.Taken taken(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Taken.class);
        return (Answer.Taken) answer;
    }

    private SmppSms gateway(Centre centre, int port, Wording wording) throws InterruptedException {
        SmppSms gateway =
                opened(new SmppSms("smpp", centre.account(port, wording), this::keep, InstantSource.system()));
        until(gateway::isUp);
        return gateway;
    }

    private void keep(String gateway, Receipt receipt) {
        receipts.add(receipt);
        if (full && receipts.size() < 2) {
            throw new IllegalStateException("the disk is full");
        }
    }

    private <T extends AutoCloseable> T opened(T each) {
        open.add(each);
        return each;
    }

    private static void until(BooleanSupplier it) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!it.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within fifteen seconds").isLessThan(end);
            Thread.sleep(10);
        }
    }
}
