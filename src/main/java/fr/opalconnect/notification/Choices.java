package fr.opalconnect.notification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// How somebody wants to be told.
///
/// @param wanted   ways switched on that are off by default, `NEWS.SMS`
/// @param unwanted ways switched off that are on by default
/// @param quiet    null for the landlord's usual hours
/// @param daily    whether e-mails that can wait come as one a day
record Choices(
        Set<String> wanted, Set<String> unwanted, @Nullable QuietHours quiet, boolean daily) {
    /// Of whoever never chose.
    static final Choices NONE = new Choices(Set.of(), Set.of(), null, false);

    Choices {
        wanted = Set.copyOf(wanted);
        unwanted = Set.copyOf(unwanted);
    }

    boolean wants(Topic topic, Channel channel) {
        Use use = topic.use(channel);
        String name = name(topic, channel);
        return switch (use) {
            case ALWAYS -> true;
            case NEVER -> false;
            case YES -> !unwanted.contains(name);
            case NO -> wanted.contains(name);
        };
    }

    /// The ways that this goes, in their order: all of them, or the first and then, should it fail, the next.
    ///
    /// @param reachable the ways that there are to this tenant now
    List<Channel> ways(Kind kind, Collection<Channel> reachable) {
        List<Channel> ways = new ArrayList<>();
        for (Channel channel : kind.topic().reach().order()) {
            boolean paid = channel != Channel.SMS || kind.isWorthAText();
            if (paid && reachable.contains(channel) && wants(kind.topic(), channel)) {
                ways.add(channel);
            }
        }
        return ways;
    }

    /// The same quiet hours, and these ways.
    Choices with(BiPredicate<Topic, Channel> ticked) {
        Set<String> on = new HashSet<>();
        Set<String> off = new HashSet<>();
        for (Topic topic : Topic.values()) {
            for (Channel channel : Channel.values()) {
                Use use = topic.use(channel);
                if (use.isChoice() && ticked.test(topic, channel) != use.isOn()) {
                    (use.isOn() ? off : on).add(name(topic, channel));
                }
            }
        }
        return new Choices(on, off, quiet, daily);
    }

    Choices with(@Nullable QuietHours hours) {
        return new Choices(wanted, unwanted, hours, daily);
    }

    Choices withDaily(boolean oneADay) {
        return new Choices(wanted, unwanted, quiet, oneADay);
    }

    private static String name(Topic topic, Channel channel) {
        return topic.name() + "." + channel.name();
    }
}
