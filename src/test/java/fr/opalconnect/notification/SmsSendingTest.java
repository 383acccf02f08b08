package fr.opalconnect.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.ClockApplication;
import fr.opalconnect.Emptied;
import fr.opalconnect.MovableClock;
import fr.opalconnect.kernel.Phone;
import fr.opalconnect.notification.Notifications.Outcome;
import fr.opalconnect.notification.Notifications.State;
import fr.opalconnect.notification.sms.Receipt;
import fr.opalconnect.notification.sms.Receipt.Failure;
import fr.opalconnect.notification.sms.SmsGateway.Answer;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two gateways in order, each answering what the test says, on a real database; and what the networks tell later.
@ClockApplication
class SmsSendingTest {
    private static final Phone PHONE = new Phone("+33641207742", Phone.Kind.MOBILE);
    private static final Duration CODE = Duration.ofMinutes(10);
    private static final Duration NEWS = Duration.ofHours(12);

    @Autowired
    DeliveryTable deliveries;

    @Autowired
    Handovers handovers;

    @Autowired
    SmsReceipts receipts;

    @Autowired
    Notifications notifications;

    @Autowired
    SmsGatewayTable health;

    @Autowired
    SmsSwitch power;

    @Autowired
    SmsSpending spending;

    @Autowired
    Limits limits;

    @Autowired
    SmsSettings settings;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final Deque<Answer> first = new ArrayDeque<>();
    private final Deque<Answer> second = new ArrayDeque<>();
    private SmsWays ways;
    private SmsSending sending;

    @BeforeEach
    void twoGateways() {
        Emptied.by(jdbc, "DELETE FROM notification.sms_gateway");
        Emptied.by(jdbc, "DELETE FROM notification.sms_part");
        Emptied.by(jdbc, "DELETE FROM notification.receipt");
        Emptied.by(jdbc, "DELETE FROM platform.rate_limit");
        ways = new SmsWays(
                List.of(
                        new SmsWay("first", (to, text, life) -> first.removeFirst()),
                        new SmsWay("second", (to, text, life) -> second.removeFirst())),
                health,
                power,
                settings,
                clock);
        sending = new SmsSending(handovers, ways, spending, settings, clock);
    }

    @Test
    void when_the_first_is_away_the_second_takes_over_at_once() {
        UUID id = stage(CODE);
        first.add(new Answer.Unreachable("not connected"));
        second.add(new Answer.Taken("1"));
        assertThat(deliver(id)).isNull();
        assertThat(outcome(id).state()).isEqualTo(State.HANDED_OVER);
        assertThat(outcome(id).gateway()).isEqualTo("second");
    }

    @Test
    void a_first_that_is_away_for_long_rests_and_is_first_again_by_itself() {
        for (int i = 0; i < 5; i++) {
            first.add(new Answer.Unreachable("not connected"));
            second.add(new Answer.Taken("a" + i));
            deliver(stage(CODE));
        }
        second.add(new Answer.Taken("b"));
        deliver(stage(CODE)); // the first is not even asked
        clock.forward(Duration.ofSeconds(31));
        first.add(new Answer.Unreachable("not connected"));
        second.add(new Answer.Taken("c"));
        deliver(stage(CODE));
        second.add(new Answer.Taken("d"));
        deliver(stage(CODE));
        clock.forward(Duration.ofSeconds(61));
        first.add(new Answer.Taken("e"));
        deliver(stage(CODE));
        first.add(new Answer.Taken("f"));
        UUID last = stage(CODE);
        deliver(last);
        assertThat(outcome(last).gateway()).isEqualTo("first");
    }

    @Test
    void one_that_delivers_too_little_comes_last_until_it_does_better() {
        for (int i = 0; i < settings.judgedOver(); i++) {
            first.add(new Answer.Taken("p" + i));
            deliver(stage(NEWS, phone(i)));
            receipts.take("first", receipt("p" + i, i, i % 3 == 0));
        }
        ways.judge();
        second.add(new Answer.Taken("s"));
        deliver(stage(NEWS, phone(90)));
        for (int i = 0; i < 10; i++) {
            clock.forward(Duration.ofSeconds(61));
            first.add(new Answer.Taken("q" + i));
            deliver(stage(NEWS, phone(i)));
            receipts.take("first", receipt("q" + i, i, true));
        }
        ways.judge();
        first.add(new Answer.Taken("r"));
        UUID last = stage(NEWS, phone(91));
        deliver(last);
        assertThat(outcome(last).gateway()).isEqualTo("first");
    }

    @Test
    void a_code_of_which_nobody_knows_goes_once_more_by_the_other_after_a_while() {
        UUID id = stage(CODE);
        first.add(new Answer.Unknown("connection lost"));
        Instant again = deliver(id);
        assertThat(again).isBefore(clock.instant().plusSeconds(21));
        assertThat(deliver(id)).as("not before its time").isNotNull();
        clock.forward(settings.resendAfter());
        second.add(new Answer.Taken("1"));
        assertThat(deliver(id)).isNull();
        assertThat(jdbc.sql("SELECT again FROM notification.handover WHERE delivery_id = :id ORDER BY number")
                        .param("id", id)
                        .query(Boolean.class)
                        .list())
                .containsExactly(false, true);
    }

    @Test
    void news_of_which_nobody_knows_are_not_sent_again() {
        UUID id = stage(NEWS);
        first.add(new Answer.Unknown("connection lost"));
        assertThat(deliver(id)).isNull();
        assertThat(outcome(id).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void news_that_were_certainly_not_taken_are() {
        UUID id = stage(NEWS);
        first.add(new Answer.Unreachable("not connected"));
        second.add(new Answer.Busy("status 0x58"));
        assertThat(deliver(id)).isNotNull();
        first.add(new Answer.Taken("1"));
        assertThat(deliver(id)).isNull();
        assertThat(outcome(id).state()).isEqualTo(State.HANDED_OVER);
    }

    @Test
    void a_program_that_died_while_sending_does_not_know_either() {
        UUID id = stage(NEWS);
        handovers.begin(id, ways.all().getFirst(), false);
        assertThat(deliver(id)).isNull();
        assertThat(outcome(id).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void only_when_both_refuse_it_is_refused() {
        UUID id = stage(CODE);
        first.add(new Answer.Refused("status 0x0b"));
        second.add(new Answer.Refused("invalid receiver"));
        assertThat(deliver(id)).isNull();
        assertThat(outcome(id).state()).isEqualTo(State.REFUSED);
        assertThat(outcome(id).reason()).isEqualTo("invalid receiver");
    }

    @Test
    void a_receipt_in_decimal_is_laid_to_the_message_in_hexadecimal() {
        UUID id = taken("1A2B3C");
        receipts.take("first", told("0001715004", PHONE, Receipt.Outcome.DELIVERED, null));
        assertThat(outcome(id).state()).isEqualTo(State.DELIVERED);
        assertThat(outcome(id).deliveredAt()).isNotNull();
    }

    @Test
    void a_receipt_may_come_before_the_answer_is_written_down() {
        receipts.take("first", told("1715004", PHONE, Receipt.Outcome.DELIVERED, null));
        assertThat(outcome(taken("1A2B3C")).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void receipts_come_twice_late_and_in_any_order() {
        UUID id = taken("77");
        receipts.take("first", told("77", PHONE, Receipt.Outcome.FAILED, Failure.EXPIRED));
        assertThat(outcome(id).state()).isEqualTo(State.UNDELIVERED);
        assertThat(outcome(id).failure()).isEqualTo("notification.desk.failure.expired");
        receipts.take("first", told("77", PHONE, Receipt.Outcome.DELIVERED, null));
        receipts.take("first", told("77", PHONE, Receipt.Outcome.DELIVERED, null));
        receipts.take("first", told("77", PHONE, Receipt.Outcome.ON_ITS_WAY, null));
        receipts.take("first", told("77", PHONE, Receipt.Outcome.FAILED, Failure.EXPIRED));
        assertThat(outcome(id).state()).isEqualTo(State.DELIVERED);
        assertThat(outcome(id).failure()).isNull();
    }

    @Test
    void a_receipt_of_another_phone_with_the_same_number_changes_nothing() {
        UUID id = taken("10");
        receipts.take("first", told("10", phone(5), Receipt.Outcome.FAILED, Failure.OTHER));
        receipts.take("second", told("10", PHONE, Receipt.Outcome.FAILED, Failure.OTHER));
        assertThat(outcome(id).state()).isEqualTo(State.HANDED_OVER);
    }

    @Test
    void a_long_message_is_delivered_when_all_its_parts_are() {
        UUID id = stage(CODE);
        first.add(new Answer.Taken(List.of("501", "502")));
        deliver(id);
        receipts.take("first", told("501", PHONE, Receipt.Outcome.DELIVERED, null));
        assertThat(outcome(id).state()).isEqualTo(State.HANDED_OVER);
        receipts.take("first", told("502", PHONE, Receipt.Outcome.DELIVERED, null));
        assertThat(outcome(id).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void nothing_is_sent_while_it_is_switched_off() {
        power.change(false, "essai", "Anne Caron");
        try {
            assertThat(notifications.canText()).isFalse();
            UUID id = stage(CODE);
            assertThat(deliver(id)).isNull();
            assertThat(outcome(id).state()).isEqualTo(State.REFUSED);
        } finally {
            power.change(true, "essai", "Anne Caron");
        }
        assertThat(notifications.canText()).isTrue();
    }

    @Test
    void one_number_gets_no_more_than_its_share_and_one_row_of_numbers_neither() {
        for (int i = 0; i < 20; i++) {
            assertThat(spending.spend(PHONE, true)).isNull();
        }
        assertThat(spending.spend(PHONE, true)).isAfter(clock.instant());
        for (int i = 20; i < 400; i++) {
            assertThat(spending.spend(phone(i), true)).isNull();
        }
        assertThat(spending.spend(phone(500), true)).isAfter(clock.instant());
        assertThat(spending.spend(new Phone("+33712345678", Phone.Kind.MOBILE), true))
                .isNull();
        UUID waits = stage(NEWS);
        assertThat(deliver(waits)).isAfter(clock.instant());
    }

    @Test
    void however_many_are_told_something_at_once_a_code_finds_room() {
        for (int i = 0; i < Limit.NEWS_BY_TEXT.burst(); i++) {
            limits.spend(Limit.NEWS_BY_TEXT, "");
        }
        assertThat(spending.spend(PHONE, false)).isAfter(clock.instant());
        assertThat(spending.spend(PHONE, true)).isNull();
        for (int i = 0; i < 30; i++) {
            assertThat(spending.spend(PHONE, false))
                    .as("what waits costs nothing")
                    .isAfter(clock.instant());
        }
        assertThat(spending.spend(PHONE, true)).isNull();
        UUID news = stage(NEWS);
        assertThat(deliver(news)).isBefore(clock.instant().plus(Duration.ofMinutes(6)));
        assertThat(outcome(news).state()).isEqualTo(State.WAITING);
    }

    private UUID taken(String reference) {
        UUID id = stage(CODE);
        first.add(new Answer.Taken(reference));
        deliver(id);
        return id;
    }

    private Receipt receipt(String reference, int phone, boolean delivered) {
        return told(
                reference,
                phone(phone),
                delivered ? Receipt.Outcome.DELIVERED : Receipt.Outcome.FAILED,
                delivered ? null : Failure.OTHER);
    }

    private Receipt told(String reference, Phone phone, Receipt.Outcome outcome, @Nullable Failure failure) {
        return new Receipt(reference, phone.e164().substring(1), outcome, failure, "said", clock.instant());
    }

    private static Phone phone(int number) {
        return new Phone("+336412%05d".formatted(number), Phone.Kind.MOBILE);
    }

    private UUID stage(Duration life) {
        return stage(life, PHONE);
    }

    private UUID stage(Duration life, Phone to) {
        UUID id = Ids.next(clock);
        Instant now = clock.instant();
        deliveries.stage(id, to, "OPAL : 407123", now, now.plus(life));
        return id;
    }

    private @Nullable Instant deliver(UUID id) {
        return sending.deliver(Objects.requireNonNull(deliveries.findStaged(id)));
    }

    private Outcome outcome(UUID id) {
        return Objects.requireNonNull(notifications.outcome(id));
    }
}
