package fr.opalconnect.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentPolicyTest {
    @Test
    void forms_lead_nowhere_else() {
        assertThat(WebSecurity.contentPolicy(List.of())).endsWith("; form-action 'self'");
    }

    @Test
    void forms_may_lead_to_where_people_pay_and_to_nothing_but_its_host() {
        assertThat(WebSecurity.contentPolicy(List.of(URI.create("https://secure.payzen.eu/vads-payment/"))))
                .endsWith("; form-action 'self' https://secure.payzen.eu");
    }
}
