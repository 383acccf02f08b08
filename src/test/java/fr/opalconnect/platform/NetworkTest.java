package fr.opalconnect.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkTest {
    @Test
    void an_ipv4_address_counts_by_itself() {
        assertThat(Network.of("203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(Network.of("::ffff:203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void ipv6_addresses_of_one_household_count_together() {
        assertThat(Network.of("2001:db8:1:2:aaaa::1")).isEqualTo(Network.of("2001:db8:1:2:bbbb:cccc:dddd:eeee"));
        assertThat(Network.of("2001:db8:1:2::1")).isNotEqualTo(Network.of("2001:db8:1:3::1"));
    }

    @Test
    void what_is_no_address_is_taken_as_it_is() {
        assertThat(Network.of("unknown")).isEqualTo("unknown");
    }
}
