package fr.opalconnect.notification;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.ui.Texts;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How somebody wants to be told.
///
/// @param quiet     the hours in force, or as they were typed
/// @param reachable the ways that lead somewhere now
/// @param texts     whether text messages go out at all
/// @param phone     the number on file
/// @param email     the address on file
/// @param phones    the switch for messages on this very phone
/// @param done      whether the page answers a change
record PreferencesView(
        Choices choices,
        QuietForm quiet,
        Set<Channel> reachable,
        boolean texts,
        @Nullable Phone phone,
        @Nullable String email,
        PushSwitchView phones,
        boolean done) {
    /// What is chosen within a theme, of the ways that lead somewhere: `E-mail, SMS (3 sur 5)`.
    String chosen(Texts t, Theme theme) {
        String ways = Arrays.stream(Channel.values())
                .map(channel -> chosen(t, theme, channel))
                .filter(way -> !way.isEmpty())
                .collect(Collectors.joining(", "));
        return ways.isEmpty() ? t.say("notification.choices.none") : ways;
    }

    private String chosen(Texts t, Theme theme, Channel channel) {
        String name = t.say("notification.channel." + channel.key());
        long all = theme.topics().stream()
                .filter(topic -> topic.use(channel) != Use.NEVER)
                .count();
        long some = theme.topics().stream()
                .filter(topic -> choices.wants(topic, channel))
                .count();
        if (some == 0 || !reachable.contains(channel)) {
            return "";
        }
        return some == all ? name : t.say("notification.choices.some", name, some, all);
    }

    String chosenQuiet(Texts t) {
        return quiet.on()
                ? t.say("notification.quiet.chosen", hour(t, quiet.shownFrom()), hour(t, quiet.shownTo()))
                : t.say("notification.quiet.none");
    }

    /// Those that somebody may want for a topic; the others are not shown.
    List<Channel> channels(Topic topic) {
        return Arrays.stream(Channel.values())
                .filter(channel -> topic.use(channel) != Use.NEVER)
                .toList();
    }

    boolean isFixed(Topic topic, Channel channel) {
        return !topic.use(channel).isChoice();
    }

    static String name(Topic topic, Channel channel) {
        return topic.key() + "." + channel.key();
    }

    /// What is to be known of a way before it is ticked: where it leads, or that it leads nowhere yet.
    String where(Texts t, Channel channel) {
        return switch (channel) {
            case PUSH -> t.say(reachable.contains(channel) ? "notification.way.push.on" : "notification.way.push.off");
            case MAIL ->
                reachable.contains(channel) && email != null
                        ? t.say("notification.way.mail.on", email)
                        : t.say("notification.way.mail.off");
            case SMS -> {
                if (reachable.contains(channel) && phone != null) {
                    yield t.say("notification.way.sms.on", Texts.unbroken(phone.masked()));
                }
                boolean stopped = !texts && phone != null && phone.kind() == Phone.Kind.MOBILE;
                yield t.say(stopped ? "notification.way.sms.stopped" : "notification.way.sms.off");
            }
        };
    }

    static String hour(Texts t, int hour) {
        return t.time(LocalDate.EPOCH.atTime(LocalTime.of(hour, 0)).atZone(Texts.ZONE));
    }
}
