package fr.opalconnect.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.notification.sms.Gsm7;
import fr.opalconnect.ui.Language;
import fr.opalconnect.ui.TextBundles;
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

/// Each text message fits into one, in each language that tenants may choose.
class SmsTextsTest {
    private static final int ONE_IN_OTHER_ALPHABETS = 70;
    private static final int TWO_IN_OTHER_ALPHABETS = 2 * 67;

    /// The longest that the holes can take: a sender has eleven letters at most.
    private static final String SENDER = "OPALHABITAT";

    private static final String PHONE_OR_DAY = "03 23 00 00 00";
    private static final String FILLS_ITSELF_IN = "\n\n@locataires.opal-habitat.fr #123456";

    static Stream<Language> spoken() {
        return Language.SPOKEN.stream();
    }

    @ParameterizedTest
    @MethodSource("spoken")
    void every_text_message_fits_into_one(Language language) throws IOException {
        Texts t = new TextBundles().in(language);
        List<String> tooLong = new ArrayList<>();
        for (String key : keys()) {
            boolean code = key.endsWith(".code");
            String words = Typography.unset(
                    code ? t.say(key, SENDER, "123456", 10) : t.say(key, SENDER, PHONE_OR_DAY, PHONE_OR_DAY));
            String text = code ? words + FILLS_ITSELF_IN : words;
            int most = Gsm7.length(text) >= 0 ? Gsm7.ONE_MESSAGE : most(code);
            int length = Gsm7.length(text) >= 0 ? Gsm7.length(text) : text.length();
            if (length > most) {
                tooLong.add(key + " takes " + length + " of " + most + ": " + text);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    /// In Arabic or Cyrillic letters one message holds seventy. A code's message has two, because the line by which a
    /// phone fills it in takes half of one: what it costs is the price of not mistyping.
    private static int most(boolean code) {
        return code ? TWO_IN_OTHER_ALPHABETS : ONE_IN_OTHER_ALPHABETS;
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
                        .filter(key -> key.matches(".*\\.sms\\.(code|number-changed)"))
                        .forEach(keys::add);
            }
        }
        return keys;
    }
}
