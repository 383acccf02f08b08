package fr.opalconnect.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.opalconnect.platform.UnusableSetting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ExplanationTest {
    @Test
    void a_setting_that_is_missing_is_named_in_one_sentence() {
        Exception wrapped = new IllegalStateException(
                "Error creating bean", new RuntimeException(new UnusableSetting("opal.x needs opal.y.")));
        assertThat(Explanation.of(wrapped, Map.of()))
                .isInstanceOf(Failure.class)
                .hasMessage("opal.x needs opal.y.");
    }

    enum Way {
        NONE,
        BY_POST,
        BY_HAND
    }

    record Wish(List<Way> ways, Duration every, int apiKey, QuietHours hours) {}

    record QuietHours(int from) {
        QuietHours {
            if (from > 23) {
                throw new IllegalArgumentException("an hour is 0 to 23");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ways|none,foo|opal.wish.ways is 'foo', but has to be none, by-post or by-hand.",
                "every|soon|opal.wish.every is 'soon', but has to be a length of time, like 20s or 5m.",
                "api-key|hunter2|opal.wish.api-key cannot be read, but has to be a whole number.",
                "hours.from|99|opal.wish.hours cannot be used: an hour is 0 to 23"
            })
    void a_value_that_cannot_be_read_is_named_with_what_may_stand_there(String name, String value, String sentence) {
        assertThatThrownBy(() -> new Binder(new MapConfigurationPropertySource(Map.of("opal.wish." + name, value)))
                        .bind("opal.wish", Wish.class))
                .satisfies(problem -> assertThat(
                                Explanation.of(new IllegalStateException("Error creating bean", problem), Map.of()))
                        .hasMessage(sentence));
    }

    @Test
    void what_our_own_code_says_at_the_end_of_a_chain_of_beans_is_said_first() {
        Exception wrapped = new BeanCreationException(
                "Error creating bean one",
                new BeanCreationException("two", new IllegalStateException("No key.\nMore")));
        assertThat(Explanation.of(wrapped, Map.of())).hasMessageStartingWith("OPAL Connect' does not start: No key. (");
        assertThat(Explanation.of(new BeanCreationException("one", new NullPointerException("x")), Map.of()))
                .hasMessageContaining("start: one");
    }
}
