package fr.opalconnect.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.notification.sms.Receipt.Failure;
import fr.opalconnect.notification.sms.Receipt.Outcome;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The same facts as message centres of several makers write them.
class SmppReceiptsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id:1715004 sub:001 dlvrd:001 submit date:2611300910 done date:2611300911 stat:DELIVRD err:000 text:OPAL | 1715004 | DELIVERED |
            id:0001715004 sub:000 dlvrd:000 submit date:2611300910 done date:2611300911 stat:UNDELIV err:027 Text:OPAL | 0001715004 | FAILED | PHONE_OFF
            id:1A2B3C submit date:261130091000 done date:261130091100 stat:EXPIRED err:000 text: | 1A2B3C | FAILED | EXPIRED
            id:4f1e-22 sub:1 dlvrd:0 submit date:20261130091000 done date:20261130091100 stat:REJECTD err:0x0b text: | 4f1e-22 | FAILED | BARRED
            ID: 99 STAT: UNDELIVERABLE DONE DATE: 2611300911 ERR: 1 | 99 | FAILED | NUMBER_UNKNOWN
            stat:DELIVRD id:7 err:0 done_date:2611300911 | 7 | DELIVERED |
            id:8 sub:001 dlvrd:000 submit date:2611300910 done date:2611300911 stat:ACCEPTD err:000 text: | 8 | ON_ITS_WAY |
            id:9 sub:001 dlvrd:000 submit date:2611300910 done date:2611300911 stat:ENROUTE err:006 text: | 9 | ON_ITS_WAY |
            id:10 dlvrd:000 done date:2611300911 stat:UNDELIV err:032 text: | 10 | FAILED | PHONE_FULL
            id:11 dlvrd:000 done date:2611300911 stat:UNKNOWN err:000 text: | 11 | UNKNOWN |
            id:12 dlvrd:000 done date:2611300911 stat:DELETED err:000 text: | 12 | FAILED | REJECTED
            """)
    void they_all_say_what_became_of_it(String text, String id, Outcome outcome, Failure failure) {
        Receipt receipt = read(text);
        assertThat(receipt.reference()).isEqualTo(id);
        assertThat(receipt.outcome()).isEqualTo(outcome);
        assertThat(receipt.failure()).isEqualTo(failure);
        assertThat(receipt.doneAt()).isEqualTo(Instant.parse("2026-11-30T08:11:00Z"));
    }

    /// A tenant could be sent anything; and what they are sent is nobody's business here.
    @Test
    void the_messages_own_words_are_not_read() {
        Receipt receipt = read("id:1 stat:DELIVRD err:000 text:407123 stat:UNDELIV id:2");
        assertThat(receipt.outcome()).isEqualTo(Outcome.DELIVERED);
        assertThat(receipt.toString()).doesNotContain("407123");
    }

    @Test
    void fields_of_their_own_are_better_than_the_text() {
        DeliverSm told = new DeliverSm();
        told.setEsmClass((byte) 0x04);
        told.setSourceAddr("33641207742");
        told.setOptionalParameters(
                new OptionalParameter.Receipted_message_id("c449ab97"), new OptionalParameter.Message_state((byte) 5));
        Receipt receipt = Objects.requireNonNull(SmppReceipts.read(told, new byte[0], PARIS));
        assertThat(receipt.reference()).isEqualTo("c449ab97");
        assertThat(receipt.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(receipt.number()).isEqualTo("33641207742");
        assertThat(receipt.doneAt()).isNull();
    }

    @Test
    void what_a_phone_sends_is_no_receipt() {
        DeliverSm told = new DeliverSm();
        told.setSourceAddr("33641207742");
        assertThat(SmppReceipts.read(told, "STOP".getBytes(java.nio.charset.StandardCharsets.US_ASCII), PARIS))
                .isNull();
    }

    @Test
    void nonsense_is_no_receipt_and_does_no_harm() {
        assertThat(SmppReceipts.read("", null, null, null, PARIS)).isNull();
        Receipt odd = read("id:1 stat:X done date:2699999999 err:99999999999");
        assertThat(odd.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(odd.doneAt()).isNull();
    }

    private static Receipt read(String text) {
        return Objects.requireNonNull(SmppReceipts.read(text, null, null, null, PARIS));
    }
}
