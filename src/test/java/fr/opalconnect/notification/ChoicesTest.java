package fr.opalconnect.notification;

import static fr.opalconnect.notification.Channel.MAIL;
import static fr.opalconnect.notification.Channel.PUSH;
import static fr.opalconnect.notification.Channel.SMS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChoicesTest {
    private static final List<Channel> ALL = List.of(Channel.values());

    @Test
    void each_topic_is_chosen_under_one_theme() {
        assertThat(Arrays.stream(Theme.values()).flatMap(theme -> theme.topics().stream()))
                .containsExactlyInAnyOrder(Topic.values());
    }

    @Test
    void what_can_be_switched_off_is_off_when_nothing_is_ticked() {
        Choices silent = Choices.NONE.with((topic, channel) -> false);
        for (Kind kind : Kind.values()) {
            List<Channel> ways = silent.ways(kind, ALL);
            assertThat(ways).as(kind.name()).isEqualTo(kind.topic() == Topic.SECURITY ? List.of(SMS) : List.of());
        }
    }

    @Test
    void nothing_but_what_differs_from_the_defaults_is_kept() {
        Choices same = Choices.NONE.with(Choices.NONE::wants);
        assertThat(same).isEqualTo(Choices.NONE);
        Choices other = Choices.NONE.with(
                (topic, channel) -> topic == Topic.NEWS ? channel == SMS : Choices.NONE.wants(topic, channel));
        assertThat(other.wanted()).containsExactly("NEWS.SMS");
        assertThat(other.unwanted()).containsExactlyInAnyOrder("NEWS.PUSH", "NEWS.MAIL");
    }

    @Test
    void an_old_phone_without_an_address_gets_a_text_for_what_costs_money_or_cannot_wait_and_for_nothing_else() {
        assertThat(Set.of(Kind.values()).stream()
                        .filter(kind -> Choices.NONE.ways(kind, Set.of(SMS)).isEmpty()))
                .containsExactlyInAnyOrder(
                        Kind.NEW_NOTICE,
                        Kind.DEBIT_ANNOUNCED,
                        Kind.ANNOUNCEMENT,
                        Kind.REQUEST_MOVED,
                        Kind.INSURANCE_ACCEPTED);
    }

    @Test
    void the_cheapest_way_that_is_ticked_comes_first() {
        assertThat(Choices.NONE.ways(Kind.MESSAGE, ALL)).containsExactly(PUSH, MAIL, SMS);
        assertThat(Choices.NONE.ways(Kind.MESSAGE, Set.of(MAIL, SMS))).containsExactly(MAIL, SMS);
        assertThat(Choices.NONE.ways(Kind.CUT, ALL)).containsExactly(PUSH, SMS, MAIL);
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void only_codes_and_the_security_of_the_account_are_always_told(Topic topic) {
        boolean fixed = ALL.stream().anyMatch(channel -> topic.use(channel) == Use.ALWAYS);
        assertThat(fixed).isEqualTo(topic == Topic.CODES || topic == Topic.SECURITY);
    }
}
