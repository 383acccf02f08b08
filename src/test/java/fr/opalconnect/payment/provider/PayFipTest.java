package fr.opalconnect.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.kernel.Money;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayFipTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Orders.BEGUN);
    private PayFipPeer peer;

    @BeforeEach
    void startThePeer() throws IOException {
        peer = new PayFipPeer(now::get);
    }

    @AfterEach
    void stopThePeer() {
        peer.close();
    }

    @Test
    void a_payment_is_announced_and_the_browser_is_sent_to_its_number() {
        Begun.Ready ready = (Begun.Ready) payFip().begin(Orders.of(41_237));
        assertThat(ready.checkout())
                .isEqualTo(new Checkout(
                        URI.create("https://www.payfip.gouv.fr/tpa/paiementws.web?idop=" + ready.providerReference()),
                        false,
                        Map.of()));
        assertThat(peer.announced(ready.providerReference()))
                .containsEntry("montant", "41237")
                .containsEntry("refdet", "P261123004711")
                .containsEntry("exer", "2026")
                .containsEntry("numcli", "012345")
                .containsEntry("saisie", "W")
                .containsEntry("mel", "nadia.benali@exemple.fr")
                .containsEntry("objet", "Loyer de novembre 12 rue de l Eglise");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a@b.c", "no address", "with space@exemple.fr"})
    void who_has_no_address_that_it_takes_pays_with_the_landlords(String email) {
        Begun.Ready ready = (Begun.Ready) payFip().begin(Orders.of(41_237, email.isEmpty() ? null : email));
        assertThat(peer.announced(ready.providerReference())).containsEntry("mel", "regie@exemple.fr");
    }

    @Test
    void it_takes_one_euro_to_a_hundred_thousand() {
        PayFip payFip = payFip();
        assertThat(payFip.takes(Money.ofCents(99))).isFalse();
        assertThat(payFip.begin(Orders.of(99))).isEqualTo(new Begun.Refused("amount"));
        assertThat(payFip.begin(Orders.of(1_00))).isInstanceOf(Begun.Ready.class);
        assertThat(payFip.begin(Orders.of(100_000_00))).isInstanceOf(Begun.Ready.class);
        assertThat(payFip.begin(Orders.of(100_000_01))).isEqualTo(new Begun.Refused("amount"));
    }

    @Test
    void a_subject_of_any_length_and_letters_fits() {
        Order order = Orders.of(100);
        Order wordy = new Order(
                order.id(),
                order.reference(),
                order.transaction(),
                order.begunAt(),
                order.amount(),
                order.email(),
                order.language(),
                "Loyer & charges <décembre> – « été », n° 12 ".repeat(9),
                order.returnTo(),
                order.notifyAt());
        Begun.Ready ready = (Begun.Ready) payFip().begin(wordy);
        assertThat(peer.announced(ready.providerReference()).get("objet"))
                .startsWith("Loyer charges decembre ete n 12 Loyer")
                .hasSizeLessThanOrEqualTo(99);
    }

    @ParameterizedTest
    @CsvSource({"P, PAID", "V, PAID", "R, REFUSED", "Z, REFUSED"})
    void each_letter_of_theirs_is_one_of_ours(String letter, Outcome outcome) {
        String number = begin();
        peer.visit(number, letter);
        Finding finding = ((Asked.Found) ask(number)).finding();
        assertThat(finding)
                .isEqualTo(new Finding(
                        outcome,
                        "P261123004711",
                        letter.equals("P") ? "112233445566-tip" : "",
                        Money.ofCents(41_237),
                        "EUR",
                        false,
                        true,
                        "resultrans " + letter,
                        Instant.parse("2026-11-23T09:16:00Z")));
    }

    @Test
    void there_is_nothing_to_know_yet_until_somebody_has_paid() {
        String number = begin();
        assertThat(ask(number)).isInstanceOf(Asked.NotYet.class);
        now.set(Orders.BEGUN.plus(Duration.ofMinutes(14)));
        assertThat(peer.visit(number, "P")).isTrue();
        assertThat(ask(number)).isInstanceOf(Asked.Found.class);
    }

    @Test
    void a_number_that_nobody_used_in_its_time_is_unknown_and_gone_after_the_night() {
        String number = begin();
        now.set(Orders.BEGUN.plus(Duration.ofMinutes(16)));
        assertThat(peer.visit(number, "P")).isFalse();
        assertThat(ask(number)).isInstanceOf(Asked.NotYet.class);
        now.set(Orders.BEGUN.plus(Duration.ofMinutes(20)));
        assertThat(ask(number)).isInstanceOf(Asked.Unknown.class);
        peer.purge();
        assertThat(ask(number)).isInstanceOf(Asked.Gone.class);
    }

    @Test
    void what_was_paid_outlives_the_night() {
        String number = begin();
        peer.visit(number, "P");
        peer.purge();
        now.set(Orders.BEGUN.plus(Duration.ofDays(30)));
        assertThat(((Asked.Found) ask(number)).finding().outcome()).isEqualTo(Outcome.PAID);
    }

    @Test
    void somebody_who_left_may_come_back_for_twenty_minutes() {
        String number = begin();
        peer.visit(number, "A");
        now.set(Orders.BEGUN.plus(Duration.ofMinutes(19)));
        assertThat(ask(number)).isInstanceOf(Asked.NotYet.class);
        now.set(Orders.BEGUN.plus(Duration.ofMinutes(20)));
        assertThat(((Asked.Found) ask(number)).finding().outcome()).isEqualTo(Outcome.ABANDONED);
    }

    @Test
    void somebody_who_left_and_came_back_has_paid() {
        String number = begin();
        peer.visit(number, "A");
        assertThat(ask(number)).isInstanceOf(Asked.NotYet.class);
        now.set(Orders.BEGUN.plus(Duration.ofMinutes(10)));
        peer.visit(number, "P");
        assertThat(((Asked.Found) ask(number)).finding().outcome()).isEqualTo(Outcome.PAID);
    }

    @Test
    void the_mode_is_told_as_the_service_has_it() {
        PayFip test = payFip(PayFipAccount.Mode.TEST);
        assertThat(test.test()).isTrue();
        String number = ((Begun.Ready) test.begin(Orders.of(41_237))).providerReference();
        peer.visit(number, "P");
        assertThat(((Asked.Found) ask(number)).finding().test())
                .as("asked by a shop in production about a payment in test")
                .isTrue();
        assertThat(payFip(PayFipAccount.Mode.ACTIVATION).test())
                .as("its first payment is real")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TechDysfonctionnementErreur", "TechIndisponibiliteErreur"})
    void when_their_side_is_ill_nobody_knows(String kind) {
        peer.instead = PayFipPeer.fault(kind, "T9", "Service indisponible");
        peer.status = 500;
        assertThat(payFip().begin(Orders.of(41_237)))
                .isEqualTo(new Begun.Unreachable(kind + " T9 Service indisponible"));
        assertThat(ask("4711")).isEqualTo(new Asked.Unreachable(kind + " T9 Service indisponible"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FonctionnelleErreur", "TechProtocolaireErreur"})
    void when_ours_is_wrong_it_will_not_begin(String kind) {
        peer.instead = PayFipPeer.fault(kind, "F1", "Le format du paramètre");
        peer.status = 500;
        assertThat(payFip().begin(Orders.of(41_237))).isEqualTo(new Begun.Refused(kind + " F1 Le format du paramètre"));
        assertThat(ask("4711")).as("and settles nothing").isInstanceOf(Asked.Unreachable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>Maintenance</body></html>",
                "not even markup",
                "<soap:Envelope xmlns:soap='http://schemas.xmlsoap.org/soap/envelope/'><soap:Body/></soap:Envelope>",
                "<soap:Envelope xmlns:soap='http://schemas.xmlsoap.org/soap/envelope/'><soap:Body><soap:Fault>"
                        + "<faultstring>?</faultstring></soap:Fault></soap:Body></soap:Envelope>"
            })
    void what_is_no_answer_settles_nothing(String garbage) {
        peer.instead = garbage;
        assertThat(payFip().begin(Orders.of(41_237))).isInstanceOf(Begun.Unreachable.class);
        assertThat(ask("4711")).isInstanceOf(Asked.Unreachable.class);
    }

    @Test
    void an_answer_about_another_payment_settles_nothing() {
        String number = begin();
        peer.visit(number, "P");
        String another = begin();
        peer.instead = PayFipPeer.envelope("<recupererDetailPaiementSecuriseResponse><return><idOp>" + number
                + "</idOp><resultrans>P</resultrans><montant>41237</montant><refdet>P261123004711</refdet></return>"
                + "</recupererDetailPaiementSecuriseResponse>");
        assertThat(ask(another)).isEqualTo(new Asked.Unreachable("it answers about another payment"));
    }

    @Test
    void a_letter_that_is_new_or_missing_ends_nothing() {
        String number = begin();
        peer.visit(number, "X");
        assertThat(ask(number)).isInstanceOf(Asked.NotYet.class);
        peer.visit(number, "");
        assertThat(ask(number)).isInstanceOf(Asked.NotYet.class);
    }

    @Test
    void an_answer_cannot_make_us_read_files_or_swell(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "4711");
        peer.instead = "<!DOCTYPE x [<!ENTITY f SYSTEM '" + secret.toUri() + "'>]>"
                + PayFipPeer.envelope("<creerPaiementSecuriseResponse><return><idOp>&f;</idOp></return>"
                        + "</creerPaiementSecuriseResponse>");
        assertThat(payFip().begin(Orders.of(41_237))).isInstanceOf(Begun.Unreachable.class);
        peer.instead = PayFipPeer.envelope("<x>" + "y".repeat(2_000_000) + "</x>");
        assertThat(ask("4711")).isInstanceOf(Asked.Unreachable.class);
    }

    @Test
    void a_notice_names_the_payment_in_either_spelling_and_proves_nothing_more() {
        PayFip payFip = payFip();
        assertThat(payFip.read(notice("idop", "4b12f6a0-b4aa-11e7")))
                .isEqualTo(new Notice.AskAbout("4b12f6a0-b4aa-11e7"));
        assertThat(payFip.read(notice("idOp", "4b12f6a0-b4aa-11e7")))
                .isEqualTo(new Notice.AskAbout("4b12f6a0-b4aa-11e7"));
        assertThat(payFip.answer(new Notice.AskAbout("1"))).isEqualTo("OK");
        assertThat(payFip.read(notice("resultrans", "P"))).isEqualTo(new Notice.NotGenuine("field idop"));
        assertThat(payFip.read(notice("idop", "'; DROP TABLE"))).isEqualTo(new Notice.NotGenuine("field idop"));
    }

    @Test
    void a_payment_that_was_never_announced_is_unknown_there() {
        assertThat(ask("")).isInstanceOf(Asked.Unknown.class);
        assertThat(ask("4711")).isInstanceOf(Asked.Gone.class);
    }

    private static RawNotice notice(String name, String value) {
        return new RawNotice(Map.of(name, value), "");
    }

    private String begin() {
        return ((Begun.Ready) payFip().begin(Orders.of(41_237))).providerReference();
    }

    private Asked ask(String number) {
        return payFip().ask(Orders.of(41_237), number);
    }

    private PayFip payFip() {
        return payFip(PayFipAccount.Mode.PRODUCTION);
    }

    private PayFip payFip(PayFipAccount.Mode mode) {
        return new PayFip(
                new PayFipAccount(
                        peer.address(),
                        URI.create("https://www.payfip.gouv.fr/tpa/paiementws.web"),
                        "012345",
                        mode,
                        "regie@exemple.fr"),
                now::get);
    }
}
