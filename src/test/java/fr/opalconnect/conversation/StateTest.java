package fr.opalconnect.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The table of edges, written out once more by hand: who may go from where to where.
class StateTest {
    private static final List<String> WAYS = List.of(
            "RECEIVED TAKEN_ON STAFF",
            "RECEIVED PLANNED TENANT",
            "RECEIVED PLANNED STAFF",
            "RECEIVED DONE STAFF",
            "RECEIVED CLOSED TENANT",
            "TAKEN_ON PLANNED TENANT",
            "TAKEN_ON PLANNED STAFF",
            "TAKEN_ON DONE STAFF",
            "TAKEN_ON CLOSED TENANT",
            "TAKEN_ON CLOSED SYSTEM",
            "PLANNED TAKEN_ON TENANT",
            "PLANNED TAKEN_ON STAFF",
            "PLANNED DONE STAFF",
            "PLANNED CLOSED TENANT",
            "DONE RECEIVED TENANT",
            "DONE TAKEN_ON STAFF",
            "DONE CLOSED TENANT",
            "DONE CLOSED SYSTEM",
            "CLOSED RECEIVED TENANT",
            "CLOSED TAKEN_ON STAFF");

    @Test
    void these_are_all_the_ways_there_are() {
        assertThat(ways(Kind.REPAIR)).containsExactlyElementsOf(WAYS);
    }

    @Test
    void nobody_plans_a_visit_for_what_needs_none() {
        assertThat(ways(Kind.CERTIFICATE))
                .containsExactlyElementsOf(WAYS.stream()
                        .filter(way -> !way.matches("\\w+ PLANNED \\w+"))
                        .toList());
    }

    @Test
    void the_staff_never_closes_over_the_tenants_head() {
        assertThat(Arrays.stream(State.values())
                        .filter(from -> from.waysForStaff(Kind.REPAIR).contains(State.CLOSED)))
                .isEmpty();
    }

    private static List<String> ways(Kind kind) {
        return Arrays.stream(State.values())
                .flatMap(from -> Arrays.stream(State.values())
                        .flatMap(to -> Stream.of(Party.values())
                                .filter(by -> from.mayBecome(to, by, kind))
                                .map(by -> from + " " + to + " " + by)))
                .toList();
    }
}
