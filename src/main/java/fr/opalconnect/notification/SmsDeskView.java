package fr.opalconnect.notification;

import fr.opalconnect.notification.SmsDesk.Gateway;
import fr.opalconnect.notification.SmsGatewayTable.Health;
import fr.opalconnect.notification.SmsGatewayTable.Trouble;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import fr.opalconnect.ui.Tone;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The page of the text messages.
///
/// @param note the key of what just happened, or null
record SmsDeskView(SmsDesk.Standing standing, @Nullable String note, Mistakes mistakes, Instant now) {
    Tone tone(Gateway gateway) {
        return switch (key(gateway)) {
            case "well" -> Tone.GOOD;
            case "missed", "off" -> Tone.WARN;
            default -> Tone.BAD;
        };
    }

    String state(Texts t, Gateway gateway) {
        return t.say("notification.desk.sms.gateway." + key(gateway));
    }

    private String key(Gateway gateway) {
        Health health = gateway.health();
        if (!standing.on()) {
            return "off";
        }
        if (health != null && health.trouble() != null) {
            return health.trouble().name().toLowerCase(Locale.ROOT);
        }
        return health != null && health.failures() > 0 ? "missed" : "well";
    }

    /// What is known besides; empty when all is well.
    static String detail(Texts t, Gateway gateway) {
        Health health = gateway.health();
        if (health != null && health.trouble() == null && health.failures() > 0) {
            return t.say("notification.desk.sms.gateway.missed.detail", Why.say(t, health.reason()));
        }
        if (health == null || health.trouble() == null || health.since() == null) {
            return "";
        }
        String key = "notification.desk.sms.gateway." + health.trouble().name().toLowerCase(Locale.ROOT) + ".detail";
        String next = health.nextProbe() == null ? "" : time(t, health.nextProbe());
        String share = health.reason() == null ? "" : health.reason();
        String why = health.trouble() == Trouble.POOR ? share : Why.say(t, health.reason());
        return t.say(key, time(t, health.since()), why, next);
    }

    static String name(Texts t, String gateway) {
        return t.say("notification.desk.sms.name." + gateway);
    }

    String percent() {
        return Math.round(standing.spent() * 100) + " %";
    }

    String switched(Texts t) {
        SmsSwitch.Position position = standing.position();
        if (position == null) {
            return "";
        }
        String day = t.shortDay(position.at().atZone(Texts.ZONE).toLocalDate());
        String key = position.on() ? "notification.desk.sms.switched.on" : "notification.desk.sms.switched.off";
        return t.say(key, day, time(t, position.at()), position.by(), position.reason());
    }

    private static String time(Texts t, Instant at) {
        return t.time(at.atZone(Texts.ZONE));
    }
}
