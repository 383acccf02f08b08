package fr.opalconnect.demo;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.notification.SandboxMessages.Message;
import fr.opalconnect.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the phones of the demonstration show.
///
/// @param weathers what the network may do with the next ones
/// @param weather  what it does
record SmsView(List<Message> messages, List<String> weathers, String weather, Instant now) {
    private static final Pattern CODE = Pattern.compile("#([0-9]{6})$");

    String phone(Message message) {
        return new Phone(message.recipient(), Phone.Kind.MOBILE).national();
    }

    /// The code, in two halves that are easy to read; empty when the message holds none.
    String code(Message message) {
        Matcher code = CODE.matcher(message.text());
        return code.find() ? code.group(1).substring(0, 3) + " " + code.group(1).substring(3) : "";
    }

    String when(Texts t, Message message) {
        long minutes = Duration.between(message.at(), now).toMinutes();
        return minutes < 1
                ? t.say("demo.sms.now")
                : t.say("demo.sms.at", t.time(message.at().atZone(Texts.ZONE)));
    }
}
