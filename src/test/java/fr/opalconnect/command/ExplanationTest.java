package fr.opalconnect.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.platform.UnusableSetting;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    @Test
    void a_setting_that_is_missing_is_named_in_one_sentence() {
        Exception wrapped = new IllegalStateException(
                "Error creating bean", new RuntimeException(new UnusableSetting("opal.x needs opal.y.")));
        assertThat(Explanation.of(wrapped, Map.of()))
                .isInstanceOf(Failure.class)
                .hasMessage("opal.x needs opal.y.");
    }
}
