package fr.opalconnect.conversation;

import static fr.opalconnect.conversation.Said.id;
import static fr.opalconnect.conversation.Said.message;
import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.ClockApplication;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.attachment.Attachments;
import fr.opalconnect.attachment.Hostile;
import fr.opalconnect.attachment.Upload;
import fr.opalconnect.conversation.Street.Agency;
import fr.opalconnect.kernel.SignedInTenant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// A photo in a conversation: whose it is, and who sees it.
@ClockApplication
class EnclosuresTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Street street;

    @Autowired
    private Conversations conversations;

    @Autowired
    private Desk desk;

    @Autowired
    private Attachments attachments;

    private Agency agency = null;
    private SignedInTenant nadia = null;
    private UUID photo = null;

    @BeforeEach
    void takeAPhoto() throws IOException {
        agency = street.agency();
        nadia = street.household(agency);
        photo = photoOf("tenant:" + nadia.number());
    }

    @Test
    void a_photo_is_seen_by_those_who_read_the_conversation_and_by_nobody_else() {
        UUID id = id(conversations.open(nadia, with(message("Voici", false), photo)));
        SignedInTenant husband = street.coHolder(nadia);
        assertThat(conversations.maySee(nadia, photo)).isTrue();
        assertThat(conversations.maySee(husband, photo)).isFalse();
        assertThat(desk.maySee(agency.staff(), photo)).isTrue();
        assertThat(desk.maySee(street.agency().staff(), photo)).isFalse();
        HttpBrowser browser = AtHome.signedIn(program, port, nadia.number());
        assertThat(browser.get("/messages/pieces/" + photo).status()).isEqualTo(200);
        assertThat(browser.get("/messages/pieces/" + photo + "/petite").status())
                .isEqualTo(200);
        assertThat(browser.get("/messages/" + id).body()).contains("/messages/pieces/" + photo + "/petite");
        HttpBrowser his = AtHome.signedIn(program, port, husband.number());
        assertThat(his.get("/messages/pieces/" + photo).status()).isEqualTo(404);
        assertThat(his.get("/messages/pieces/" + photo + "/petite").status()).isEqualTo(404);
    }

    @Test
    void nobody_sends_a_file_that_is_not_theirs_and_nothing_is_left_of_the_try() throws IOException {
        UUID hers = photoOf("tenant:" + street.household(agency).number());
        assertThat(conversations.open(nadia, with(message("Voici", false), hers)))
                .isInstanceOf(Ending.UnknownFile.class);
        assertThat(conversations.list(nadia)).isEmpty();
        UUID id = id(conversations.open(nadia, message("Bonjour", false)));
        assertThat(conversations.write(nadia, id, new Words("", List.of(photo, hers), UUID.randomUUID())))
                .isInstanceOf(Ending.UnknownFile.class);
        // The photo of her own was not given away by the try.
        assertThat(id(conversations.write(nadia, id, new Words("", List.of(photo), UUID.randomUUID()))))
                .isEqualTo(id);
        assertThat(conversations.write(nadia, id, new Words("", List.of(photo), UUID.randomUUID())))
                .isInstanceOf(Ending.UnknownFile.class);
        assertThat(Objects.requireNonNull(conversations.read(nadia, id)).messages())
                .hasSize(2);
    }

    @Test
    void a_file_in_a_note_stays_with_the_staff() throws IOException {
        UUID id = id(conversations.open(nadia, message("Bonjour", false)));
        UUID plan = photoOf(agency.staff().actor());
        desk.note(agency.staff(), id, new Words("Le plan", List.of(plan), UUID.randomUUID()));
        assertThat(desk.maySee(agency.staff(), plan)).isTrue();
        assertThat(conversations.maySee(nadia, plan)).isFalse();
    }

    private static Draft with(Draft draft, UUID file) {
        return new Draft(
                draft.kind(),
                draft.subject(),
                draft.trouble(),
                draft.urgent(),
                draft.shared(),
                new Words(draft.words().body(), List.of(file), draft.words().key()));
    }

    private UUID photoOf(String owner) throws IOException {
        Upload upload = attachments.receive(owner, "fuite.jpg", new ByteArrayInputStream(Hostile.photo(60, 40, 1)));
        if (upload instanceof Upload.Kept kept) {
            return kept.attachment().id();
        }
        throw new AssertionError(upload.toString());
    }
}
