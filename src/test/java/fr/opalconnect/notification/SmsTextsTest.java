package fr.opalconnect.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.notification.sms.Gsm7;
import fr.opalconnect.ui.Bundles;
import fr.opalconnect.ui.Language;
import fr.opalconnect.ui.Texts;
import fr.opalconnect.ui.Typography;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What carries a code fits into a text message, in each language that tenants may choose.
class SmsTextsTest {
    /// In Arabic or Cyrillic letters one message holds seventy. These have two, because the line by which a phone fills
    /// the code in takes half of one: what it costs is the price of not mistyping.
    private static final int TWO_IN_OTHER_ALPHABETS = 2 * 67;

    /// The longest that the holes can take: a sender has eleven letters at most.
    private static final String SENDER = "OPALHABITAT";

    private static final String FILLS_ITSELF_IN = "\n\n@locataires.opal-habitat.fr #123456";

    static Stream<Language> spoken() {
        return Language.SPOKEN.stream();
    }

    @ParameterizedTest
    @MethodSource("spoken")
    void every_code_fits_into_its_message(Language language) throws IOException {
        Texts t = Bundles.ALL.in(language);
        List<String> tooLong = new ArrayList<>();
        for (String key : keys()) {
            String text = Typography.unset(t.say(key, SENDER, "123456", 10)) + FILLS_ITSELF_IN;
            boolean small = Gsm7.length(text) >= 0;
            int most = small ? Gsm7.ONE_MESSAGE : TWO_IN_OTHER_ALPHABETS;
            int length = small ? Gsm7.length(text) : text.length();
            if (length > most) {
                tooLong.add(key + " takes " + length + " of " + most + ": " + text);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    private static Set<String> keys() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/fr/opalconnect"))) {
            for (Path bundle : files.filter(file -> file.toString().matches(".*/texts_fr\\.properties"))
                    .toList()) {
                Properties texts = new Properties();
                try (Reader reader = Files.newBufferedReader(bundle)) {
                    texts.load(reader);
                }
                texts.stringPropertyNames().stream()
                        .filter(key -> key.matches(".*\\.sms\\.code"))
                        .forEach(keys::add);
            }
        }
        return keys;
    }
}
