package fr.opalconnect.notification;

import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.platform.Sealing;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Stops e-mails, and has them come again, for whoever holds the link of one: nobody signs in for it. The link says
/// nothing that could be read: whose it is and what it stops is sealed in it. It can do nothing else, and never ends,
/// for letters are kept for years.
@Component
class Stops {
    /// What a link is about.
    ///
    /// @param topic null for the one e-mail of the day, and with it all that can be stopped
    record Stop(TenantNumber tenant, @Nullable Topic topic) {}

    private static final String KEY = "notification.stop";
    private static final String DAILY = "DAILY";

    private final Sealing sealing;
    private final ChoiceTable choices;

    Stops(Sealing sealing, ChoiceTable choices) {
        this.sealing = sealing;
        this.choices = choices;
    }

    String token(Stop stop) {
        String about = (stop.topic() == null ? DAILY : stop.topic().name()) + " "
                + stop.tenant().value();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealing.seal(KEY, KEY, about));
    }

    /// @return null when it is none of ours
    @Nullable
    Stop read(String token) {
        try {
            String about = sealing.openText(KEY, KEY, Base64.getUrlDecoder().decode(token));
            int space = about.indexOf(' ');
            String topic = about.substring(0, space);
            return new Stop(
                    new TenantNumber(about.substring(space + 1)), topic.equals(DAILY) ? null : Topic.valueOf(topic));
        } catch (IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NegativeArraySizeException e) {
            return null;
        }
    }

    boolean isStopped(Stop stop) {
        Choices chosen = choices.find(stop.tenant());
        return Topic.all().stream()
                .filter(topic -> isAbout(stop, topic))
                .noneMatch(topic -> chosen.wants(topic, Channel.MAIL));
    }

    /// @param wanted whether they are to come again
    @Transactional
    public void set(Stop stop, boolean wanted) {
        Choices chosen = choices.find(stop.tenant());
        choices.put(stop.tenant(), chosen.with((topic, channel) -> {
            if (channel != Channel.MAIL || !isAbout(stop, topic)) {
                return chosen.wants(topic, channel);
            }
            return wanted && (stop.topic() != null || topic.use(Channel.MAIL).isOn());
        }));
    }

    private static boolean isAbout(Stop stop, Topic topic) {
        return topic.use(Channel.MAIL).isChoice() && (stop.topic() == null || stop.topic() == topic);
    }
}
