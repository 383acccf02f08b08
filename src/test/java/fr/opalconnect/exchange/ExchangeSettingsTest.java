package fr.opalconnect.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ExchangeSettingsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reject-share|5|opal.exchange.reject-share is 5.0, but has to be a share from 0 to 1",
                "brake-share|-1|opal.exchange.brake-share is -1.0, but has to be a share from 0 to 1",
                "brake-from|-3|opal.exchange.brake-from is -3, but has to be 0 or more"
            })
    void a_share_that_is_none_is_said_before_anything_starts(String name, String value, String sentence) {
        assertThatThrownBy(() -> settings(name, value)).rootCause().hasMessageStartingWith(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.05", "1"})
    void all_from_nothing_to_everything_is_a_share(String value) {
        assertThat(settings("brake-share", value).brakeShare()).isEqualTo(Double.parseDouble(value));
    }

    private static ExchangeSettings settings(String name, String value) {
        return new Binder(new MapConfigurationPropertySource(Map.of("opal.exchange." + name, value)))
                .bindOrCreate("opal.exchange", ExchangeSettings.class);
    }
}
