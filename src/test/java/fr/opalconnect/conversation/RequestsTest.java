package fr.opalconnect.conversation;

import static fr.opalconnect.conversation.Said.id;
import static fr.opalconnect.conversation.Said.message;
import static fr.opalconnect.conversation.Said.repair;
import static fr.opalconnect.conversation.Said.words;
import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.ClockApplication;
import fr.opalconnect.MovableClock;
import fr.opalconnect.conversation.Street.Agency;
import fr.opalconnect.kernel.SignedInTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// From reported to closed and back, and what neighbours see of it.
@ClockApplication
class RequestsTest {
    @Autowired
    private Street street;

    @Autowired
    private Conversations conversations;

    @Autowired
    private Requests requests;

    @Autowired
    private Desk desk;

    @Autowired
    private Caseload caseload;

    @Autowired
    private Closing closing;

    @Autowired
    private MovableClock clock;

    private Agency agency = null;
    private SignedInTenant nadia = null;
    private UUID leak = null;

    @BeforeEach
    void report() {
        agency = street.agency();
        nadia = street.household(agency);
        leak = id(conversations.open(nadia, repair("fuite", true)));
    }

    @Test
    void a_repair_goes_from_received_to_closed_when_the_tenant_says_so() {
        move(State.TAKEN_ON);
        move(State.DONE);
        assertThat(now().course().waitingFor()).isEqualTo(Waiting.TENANT);
        assertThat(id(requests.close(nadia, leak))).isEqualTo(leak);
        assertThat(now().state()).isEqualTo(State.CLOSED);
        assertThat(now().closedAt()).isNotNull();
        assertThat(conversation().steps())
                .extracting(Step::to)
                .containsExactly(State.RECEIVED, State.TAKEN_ON, State.DONE, State.CLOSED);
    }

    @Test
    void what_is_not_repaired_comes_back_to_the_agency_with_a_new_time() {
        move(State.DONE);
        requests.reopen(nadia, leak);
        assertThat(now().state()).isEqualTo(State.RECEIVED);
        assertThat(now().course().dueAt()).isNotNull();
        assertThat(now().course().closesAt()).isNull();
    }

    @Test
    void a_visit_that_did_not_help_or_was_called_off_is_no_appointment_any_more() {
        offer(1);
        requests.choose(nadia, leak, conversation().offered().getFirst().id());
        move(State.DONE);
        assertThat(conversation().chosen()).isNotNull();
        requests.reopen(nadia, leak);
        assertThat(conversation().chosen()).isNull();
        offer(1);
        requests.choose(nadia, leak, conversation().offered().getFirst().id());
        assertThat(now().state()).isEqualTo(State.PLANNED);
        move(State.TAKEN_ON);
        assertThat(conversation().chosen()).isNull();
    }

    @Test
    void what_was_closed_opens_again_by_a_button_or_by_a_message() {
        move(State.DONE);
        requests.close(nadia, leak);
        requests.reopen(nadia, leak);
        assertThat(now().state()).isEqualTo(State.RECEIVED);
        assertThat(now().closedAt()).isNull();
        requests.close(nadia, leak);
        conversations.write(nadia, leak, words("Ça fuit encore"));
        assertThat(now().state()).isEqualTo(State.RECEIVED);
    }

    @Test
    void what_is_done_closes_by_itself_at_the_time_announced_and_not_before() {
        move(State.DONE);
        Instant announced = Objects.requireNonNull(now().course().closesAt());
        assertThat(announced)
                .isBetween(
                        clock.instant().plus(Duration.ofDays(6)),
                        clock.instant().plus(Duration.ofDays(8)));
        clock.forward(Duration.between(clock.instant(), announced).minusMinutes(5));
        closing.closeDue();
        assertThat(now().state()).isEqualTo(State.DONE);
        clock.forward(Duration.ofMinutes(10));
        closing.closeDue();
        assertThat(now().state()).isEqualTo(State.CLOSED);
        assertThat(conversation().steps().getLast().author()).isEqualTo(Author.CLOCK);
        assertThat(id(requests.reopen(nadia, leak))).isEqualTo(leak);
    }

    @Test
    void words_that_nobody_has_answered_keep_it_from_closing() {
        move(State.DONE);
        conversations.write(nadia, leak, words("Il reste une goutte"));
        clock.forward(Duration.ofDays(30));
        closing.closeDue();
        assertThat(now().state()).isEqualTo(State.DONE);
        desk.answer(agency.staff(), leak, words("Le plombier a resserré le joint."), null);
        clock.forward(Duration.ofDays(8));
        closing.closeDue();
        assertThat(now().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void a_message_that_was_answered_is_put_away_and_the_tenant_was_told() {
        UUID id = id(conversations.open(nadia, message("Bonjour", false)));
        desk.answer(agency.staff(), id, words("Bonjour, voici la réponse."), null);
        Head answered = Objects.requireNonNull(conversations.read(nadia, id)).head();
        assertThat(answered.course().closesAt()).isNotNull();
        clock.forward(Duration.ofDays(15));
        closing.closeDue();
        assertThat(Objects.requireNonNull(conversations.read(nadia, id)).head().isClosed())
                .isTrue();
    }

    @Test
    void an_answer_takes_it_on_and_the_agency_still_owes_the_repair() {
        desk.answer(agency.staff(), leak, words("Je vous envoie quelqu’un."), null);
        assertThat(now().state()).isEqualTo(State.TAKEN_ON);
        assertThat(now().course().waitingFor()).isEqualTo(Waiting.AGENCY);
        assertThat(now().answeredAt()).isNotNull();
    }

    @Test
    void a_time_is_chosen_with_a_button_once() {
        offer(2);
        assertThat(now().course().waitingFor()).isEqualTo(Waiting.TENANT);
        Slot first = conversation().offered().getFirst();
        assertThat(id(requests.choose(nadia, leak, first.id()))).isEqualTo(leak);
        assertThat(id(requests.choose(nadia, leak, first.id()))).isEqualTo(leak);
        assertThat(now().state()).isEqualTo(State.PLANNED);
        assertThat(conversation().chosen()).extracting(Slot::id).isEqualTo(first.id());
        assertThat(conversation().offered()).isEmpty();
        assertThat(now().course().dueAt()).isAfter(first.endsAt());
        assertThat(conversation().steps())
                .filteredOn(step -> step.act() == Step.Act.CHOSE)
                .hasSize(1);
    }

    @Test
    void none_of_the_times_means_the_agency_offers_others() {
        offer(2);
        UUID before = conversation().offered().getFirst().id();
        requests.decline(nadia, leak);
        assertThat(conversation().offered()).isEmpty();
        assertThat(now().course().waitingFor()).isEqualTo(Waiting.AGENCY);
        assertThat(requests.choose(nadia, leak, before)).isInstanceOf(Ending.NotNow.class);
        offer(1);
        requests.choose(nadia, leak, conversation().offered().getFirst().id());
        requests.decline(nadia, leak);
        assertThat(now().state()).isEqualTo(State.TAKEN_ON);
        assertThat(conversation().chosen()).isNull();
    }

    @Test
    void a_time_that_has_passed_is_neither_offered_nor_chosen() {
        Instant before = clock.instant().minus(Duration.ofHours(1));
        assertThat(desk.offerSlots(
                        agency.staff(), leak, List.of(new Slot.Times(before, before.plus(Duration.ofHours(2))))))
                .isInstanceOf(Ending.NotNow.class);
        offer(1);
        clock.forward(Duration.ofDays(2));
        assertThat(requests.choose(
                        nadia, leak, conversation().offered().getFirst().id()))
                .isInstanceOf(Ending.NotNow.class);
    }

    @Test
    void nobody_goes_where_there_is_no_way() {
        assertThat(caseload.move(agency.staff(), leak, State.CLOSED, null)).isInstanceOf(Ending.NotNow.class);
        assertThat(requests.reopen(street.household(agency), leak)).isInstanceOf(Ending.NotFound.class);
        move(State.DONE);
        requests.close(nadia, leak);
        assertThat(caseload.move(agency.staff(), leak, State.DONE, null)).isInstanceOf(Ending.NotNow.class);
    }

    @Test
    void neighbours_with_the_same_trouble_follow_and_see_the_state_alone() {
        String estate = Objects.requireNonNull(street.lease(nadia).estate());
        SignedInTenant first = street.household(agency, estate);
        SignedInTenant second = street.household(agency, estate);
        UUID lift = id(conversations.open(nadia, repair("ascenseur", true)));
        SameTrouble same = Objects.requireNonNull(requests.sameTrouble(first, street.lease(first), "ascenseur"));
        assertThat(same.households()).isEqualTo(1);
        assertThat(same.id()).isEqualTo(lift);
        assertThat(id(requests.follow(first, street.lease(first), "ascenseur", lift)))
                .isEqualTo(lift);
        assertThat(Objects.requireNonNull(requests.sameTrouble(second, street.lease(second), "ascenseur"))
                        .households())
                .isEqualTo(2);
        // Not the words, not the thread.
        assertThat(conversations.read(first, lift)).isNull();
        caseload.move(agency.staff(), lift, State.TAKEN_ON, null);
        assertThat(street.unread(first)).isEqualTo(1);
        assertThat(requests.followed(first))
                .singleElement()
                .extracting(Followed::state)
                .isEqualTo(State.TAKEN_ON);
        assertThat(street.unread(first)).isZero();
        requests.unfollow(first, lift);
        assertThat(requests.followed(first)).isEmpty();
        // Elsewhere, or another trouble: nothing to follow.
        SignedInTenant elsewhere = street.household(agency);
        assertThat(requests.sameTrouble(elsewhere, street.lease(elsewhere), "ascenseur"))
                .isNull();
        assertThat(requests.follow(elsewhere, street.lease(elsewhere), "ascenseur", lift))
                .isInstanceOf(Ending.NotFound.class);
        assertThat(requests.sameTrouble(first, street.lease(first), "proprete")).isNull();
        assertThat(requests.sameTrouble(nadia, street.lease(nadia), "ascenseur"))
                .isNull();
    }

    private void offer(int times) {
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        List<Slot.Times> all = IntStream.range(0, times)
                .mapToObj(i -> new Slot.Times(
                        tomorrow.plus(Duration.ofHours(2L * i)), tomorrow.plus(Duration.ofHours(2L * i + 2))))
                .toList();
        assertThat(id(desk.offerSlots(agency.staff(), leak, all))).isEqualTo(leak);
    }

    private void move(State to) {
        assertThat(id(caseload.move(agency.staff(), leak, to, null))).isEqualTo(leak);
    }

    private Head now() {
        return conversation().head();
    }

    private Conversation conversation() {
        return Objects.requireNonNull(conversations.read(nadia, leak));
    }
}
