package fr.opalconnect.notification;

import fr.opalconnect.tenancy.Bells;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What the service worker of a phone is handed: words for a lock screen, where a touch leads, how much waits.
@Component
class Payload {
    private static final int LONGEST = 300;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Words words;
    private final Bells bells;

    Payload(Words words, Bells bells) {
        this.words = words;
        this.bells = bells;
    }

    /// @param language of the phone's own pages
    byte[] write(Parcel parcel, Locale language) {
        Words.Said said = words.say(parcel.told(), language);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", words.sender());
        fields.put("body", upper(shortened(said.brief()), language));
        fields.put("url", said.path());
        fields.put(
                "tag",
                parcel.told().getFirst().kind().topic().key() + "-"
                        + parcel.told().getFirst().thing());
        fields.put("unread", bells.count(parcel.tenant()));
        return json.writeValueAsString(fields).getBytes(StandardCharsets.UTF_8);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1).strip() + "…";
    }

    /// A text message goes on after its sender's name; here the sentence begins.
    private static String upper(String text, Locale language) {
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(language) + text.substring(first);
    }
}
