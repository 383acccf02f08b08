package fr.opalconnect.conversation;

import static fr.opalconnect.conversation.Said.id;
import static fr.opalconnect.conversation.Said.message;
import static fr.opalconnect.conversation.Said.repair;
import static fr.opalconnect.conversation.Said.words;
import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.ClockApplication;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.conversation.Street.Agency;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.landlord.StaffMember;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a tenant writes, and who reads it.
@ClockApplication
class ConversationsTest {
    @Autowired
    private Street street;

    @Autowired
    private Conversations conversations;

    @Autowired
    private Desk desk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private InstantSource clock;

    private Agency agency = null;
    private SignedInTenant nadia = null;

    @BeforeEach
    void moveIn() {
        agency = street.agency();
        nadia = street.household(agency);
    }

    @Test
    void a_message_goes_to_the_sectors_adviser_who_owes_an_answer() {
        Head head = read(nadia, id(conversations.open(nadia, message("Bonjour, une question.", false))))
                .head();
        assertThat(head.assignee()).isEqualTo(agency.member().id());
        assertThat(head.number()).isNull();
        assertThat(head.state()).isEqualTo(State.RECEIVED);
        assertThat(head.course().waitingFor()).isEqualTo(Waiting.AGENCY);
        assertThat(head.course().dueAt()).isAfter(clock.instant());
        assertThat(head.place()).endsWith("bât. B, porte 204, Laon");
    }

    @Test
    void while_the_adviser_is_away_the_stand_in_answers_and_without_one_the_agency() {
        UUID standIn = street.colleague(agency, "Thomas Delattre").id();
        away(standIn);
        assertThat(head(conversations.open(nadia, message("Un", false))).assignee())
                .isEqualTo(standIn);
        away(null);
        assertThat(head(conversations.open(nadia, message("Deux", false))).assignee())
                .isNull();
    }

    @Test
    void a_stand_in_of_another_agency_sees_nothing_so_the_pile_does() {
        away(street.agency().member().id());
        assertThat(head(conversations.open(nadia, message("Un", false))).assignee())
                .isNull();
    }

    @Test
    void requests_are_numbered_without_gaps_or_twins_however_many_come_at_once() throws Exception {
        Set<String> numbers = ConcurrentHashMap.newKeySet();
        atOnce(IntStream.range(0, 12)
                .mapToObj(i -> street.household(agency))
                .map(who -> (Runnable) () -> numbers.add(Objects.requireNonNull(
                        head(who, conversations.open(who, repair(null, true))).number())))
                .toList());
        assertThat(numbers).hasSize(12).allMatch(number -> number.matches("[0-9]{2}-[0-9]{4,}"));
        List<Integer> sorted = numbers.stream()
                .map(number -> Integer.valueOf(number.substring(3)))
                .sorted()
                .toList();
        assertThat(sorted.getLast() - sorted.getFirst()).isEqualTo(11);
    }

    @Test
    void the_same_form_sent_again_and_again_is_one_conversation() throws Exception {
        Draft draft = repair(null, true);
        Set<UUID> ids = ConcurrentHashMap.newKeySet();
        atOnce(IntStream.range(0, 6)
                .mapToObj(i -> (Runnable) () -> ids.add(id(conversations.open(nadia, draft))))
                .toList());
        assertThat(ids).hasSize(1);
        assertThat(read(nadia, ids.iterator().next()).messages()).hasSize(1);
        assertThat(conversations.list(nadia)).hasSize(1);
    }

    @Test
    void the_same_message_sent_again_and_again_is_one_message() throws Exception {
        UUID id = id(conversations.open(nadia, message("Bonjour", false)));
        Words again = words("Encore moi");
        atOnce(IntStream.range(0, 6)
                .mapToObj(i -> (Runnable) () -> conversations.write(nadia, id, again))
                .toList());
        assertThat(read(nadia, id).messages()).extracting(Message::body).containsExactly("Bonjour", "Encore moi");
    }

    @Test
    void the_other_holder_sees_what_is_shared_and_nothing_that_is_private() {
        SignedInTenant husband = street.coHolder(nadia);
        UUID shared = id(conversations.open(nadia, repair(null, true)));
        UUID secret = id(conversations.open(nadia, message("Entre nous", false)));
        assertThat(conversations.list(husband))
                .extracting(line -> line.head().id())
                .containsExactly(shared);
        assertThat(street.unread(husband)).isEqualTo(1);
        assertThat(street.unread(nadia)).isZero();
        assertThat(conversations.read(husband, secret)).isNull();
        assertThat(conversations.write(husband, secret, words("?"))).isInstanceOf(Ending.NotFound.class);
        assertThat(conversations.search(husband, "entre nous")).isEmpty();
        assertThat(id(conversations.write(husband, shared, words("Je suis là demain"))))
                .isEqualTo(shared);
        assertThat(street.unread(nadia)).isEqualTo(1);
        assertThat(read(nadia, shared).messages()).hasSize(2);
        assertThat(street.unread(nadia)).isZero();
    }

    @Test
    void who_has_left_the_lease_reads_no_further_even_what_they_began() {
        SignedInTenant husband = street.coHolder(nadia);
        UUID shared = id(conversations.open(nadia, repair(null, true)));
        LeaseNumber other = street.household(agency).lease();
        SignedInTenant gone = new SignedInTenant(nadia.number(), other, List.of(other), nadia.session());
        assertThat(conversations.read(gone, shared)).isNull();
        assertThat(conversations.read(husband, shared)).isNotNull();
    }

    @Test
    void strangers_find_nothing() {
        UUID id = id(conversations.open(nadia, repair(null, true)));
        SignedInTenant stranger = street.household(agency);
        assertThat(conversations.read(stranger, id)).isNull();
        assertThat(conversations.list(stranger)).isEmpty();
        assertThat(conversations.mayRead(stranger, id)).isFalse();
        assertThat(conversations.write(stranger, id, words("Bonjour"))).isInstanceOf(Ending.NotFound.class);
        assertThat(desk.open(street.agency().staff(), id)).isNull();
        assertThat(desk.answer(street.agency().staff(), id, words("Bonjour"), null))
                .isInstanceOf(Ending.NotFound.class);
    }

    @Test
    void an_answer_is_to_be_read_until_it_was_and_the_other_side_sees_that_it_was() {
        UUID id = id(conversations.open(nadia, message("Bonjour", false)));
        assertThat(read(nadia, id).readUntil()).isNull();
        Conversation atTheDesk = Objects.requireNonNull(desk.open(agency.staff(), id));
        assertThat(read(nadia, id).isRead(atTheDesk.messages().getFirst())).isTrue();
        desk.answer(agency.staff(), id, words("Bonjour, bien sûr."), null);
        assertThat(street.unread(nadia)).isEqualTo(1);
        assertThat(conversations.list(nadia).getFirst().unread()).isTrue();
        Message answer = read(nadia, id).messages().getLast();
        assertThat(conversations.list(nadia).getFirst().unread()).isFalse();
        assertThat(Objects.requireNonNull(desk.open(agency.staff(), id)).isRead(answer))
                .isTrue();
    }

    @Test
    void a_note_is_for_the_staff_alone() {
        UUID id = id(conversations.open(nadia, message("Bonjour", false)));
        desk.note(agency.staff(), id, words("Dossier sensible"));
        assertThat(read(nadia, id).messages()).extracting(Message::body).containsExactly("Bonjour");
        assertThat(street.unread(nadia)).isZero();
        assertThat(conversations.search(nadia, "sensible")).isEmpty();
        assertThat(conversations.list(nadia).getFirst().head().lastWords()).isEqualTo("Bonjour");
        assertThat(Objects.requireNonNull(desk.open(agency.staff(), id)).messages())
                .hasSize(2);
    }

    @Test
    void a_search_finds_words_in_any_spelling_and_numbers() {
        UUID id = id(conversations.open(nadia, repair(null, true)));
        conversations.write(nadia, id, words("Le meuble est ABÎMÉ"));
        assertThat(conversations.search(nadia, "évier abime")).hasSize(1);
        assertThat(conversations.search(nadia, "EVIER")).hasSize(1);
        assertThat(conversations.search(
                        nadia, Objects.requireNonNull(read(nadia, id).head().number())))
                .hasSize(1);
        assertThat(conversations.search(nadia, "évier plafond")).isEmpty();
        assertThat(conversations.search(nadia, "zz% '_")).isEmpty();
    }

    @Test
    void nobody_floods_the_agency() {
        assertThat(IntStream.range(0, 40)
                        .mapToObj(i -> conversations.open(nadia, message("Spam " + i, false)))
                        .filter(Ending.TooMany.class::isInstance))
                .isNotEmpty();
    }

    @Test
    void what_was_given_to_somebody_who_is_away_now_lies_with_the_stand_in() {
        id(conversations.open(nadia, message("Bonjour", false)));
        StaffMember thomas = street.colleague(agency, "Thomas Delattre");
        assertThat(desk.counts(AtTheDesk.as(thomas)).mine()).isZero();
        away(thomas.id());
        assertThat(desk.counts(AtTheDesk.as(thomas)).mine()).isEqualTo(1);
        assertThat(desk.inbox(AtTheDesk.as(thomas), InboxFilter.of(InboxFilter.Pile.MINE), null, 10)
                        .lines())
                .hasSize(1);
    }

    @Test
    void a_long_inbox_is_read_page_by_page_without_gaps_or_twins() {
        List<UUID> all = IntStream.range(0, 7)
                .mapToObj(i -> id(conversations.open(street.household(agency), message("Un " + i, false))))
                .toList();
        List<UUID> read = new ArrayList<>();
        InboxPage.@Nullable Key after = null;
        do {
            InboxPage page = desk.inbox(agency.staff(), InboxFilter.of(InboxFilter.Pile.AGENCY), after, 3);
            page.lines().forEach(line -> read.add(line.head().id()));
            after = page.next();
        } while (after != null);
        assertThat(read).containsExactlyElementsOf(all.reversed());
    }

    private void away(@Nullable UUID standIn) {
        jdbc.sql("UPDATE landlord.staff SET away_from = current_date - 1, away_until = NULL, stand_in = ? WHERE id = ?")
                .params(standIn, agency.member().id())
                .update();
    }

    private Head head(Ending ending) {
        return head(nadia, ending);
    }

    private Head head(SignedInTenant who, Ending ending) {
        return read(who, id(ending)).head();
    }

    private Conversation read(SignedInTenant who, UUID id) {
        return Objects.requireNonNull(conversations.read(who, id));
    }

    private static void atOnce(List<Runnable> all) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : all.stream().map(threads::submit).toList()) {
                done.get();
            }
        }
    }
}
