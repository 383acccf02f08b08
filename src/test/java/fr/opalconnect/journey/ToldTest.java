package fr.opalconnect.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.conversation.Conversations;
import fr.opalconnect.conversation.Desk;
import fr.opalconnect.conversation.Draft;
import fr.opalconnect.conversation.Ending;
import fr.opalconnect.conversation.Kind;
import fr.opalconnect.conversation.Words;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.notification.Phones;
import fr.opalconnect.notification.Readers;
import fr.opalconnect.notification.Telling;
import fr.opalconnect.payment.AtTheTill;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where something happens, its tenant is told: from the act to the telephone.
@WholeApplication
class ToldTest {
    private static final String PHONE = "+33641207742";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Autowired
    private Desk desk;

    @Autowired
    private Conversations conversations;

    @Autowired
    private JdbcClient jdbc;

    private Telling telling;
    private SignedInTenant nadia;
    private SignedInStaff claire;

    @BeforeEach
    void nadiaHasAnOldPhone() {
        DemoLandlord.bringInto(imports);
        telling = new Telling(program);
        telling.clear();
        Emptied.by(jdbc, "DELETE FROM notification.sandbox_message");
        nadia = AtHome.as(program, Cast.NADIA_BENALI);
        claire = AtTheDesk.as(program, CastStaff.CLAIRE_LEMOINE);
        program.getBean(Readers.class).join(nadia.number());
        jdbc.sql(
                        "UPDATE notification.reader SET unwanted = '{PAYMENTS.MAIL,MESSAGES.MAIL,REQUESTS.MAIL,SECURITY.MAIL}'")
                .update();
    }

    @Test
    void a_payment_that_the_bank_took_is_told() {
        AtTheTill.paid(program, Cast.NADIA_BENALI, 25_090);
        assertThat(Phones.textTo(jdbc, PHONE, "votre paiement du")).contains("est bien arriv");
        assertThat(telling.kinds(nadia.number().value())).containsExactly("PAYMENT_RECEIVED");
    }

    @Test
    void an_answer_is_told_once_and_not_when_it_was_read_meanwhile() {
        UUID read = begin(Kind.MESSAGE);
        desk.answer(claire, read, words("Bonjour"), null);
        conversations.read(nadia, read);
        UUID thread = begin(Kind.REPAIR);
        desk.answer(claire, thread, words("Je regarde"), null);
        desk.answer(claire, thread, words("C’est vu"), null);
        telling.sendNow();
        assertThat(telling.kinds(nadia.number().value())).containsExactly("MESSAGE", "MESSAGE", "MESSAGE");
        assertThat(Phones.textTo(jdbc, PHONE, "nouveau")).isEqualTo("OPAL : vous avez 2 nouveaux messages. localhost");
        assertThat(jdbc.sql("SELECT count(*) FROM notification.sandbox_message")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_request_that_moves_is_told() {
        HttpBrowser office = AtTheDesk.seat(new HttpBrowser(port), program, CastStaff.CLAIRE_LEMOINE);
        UUID repair = begin(Kind.REPAIR);
        office.get("/bureau/conversations/" + repair);
        office.post("/bureau/conversations/" + repair + "/etat", "vers", "faite");
        telling.sendNow();
        assertThat(telling.kinds(nadia.number().value())).containsExactly("REQUEST_DONE");
        assertThat(Phones.textTo(jdbc, PHONE, "votre demande")).contains("est trait");
    }

    private UUID begin(Kind kind) {
        Ending ending = conversations.open(nadia, new Draft(kind, "Fuite", null, false, false, words("Bonjour")));
        assertThat(ending).isInstanceOf(Ending.Done.class);
        return ((Ending.Done) ending).conversation();
    }

    private static Words words(String body) {
        return new Words(body, List.of(), UUID.randomUUID());
    }
}
