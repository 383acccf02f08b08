package fr.opalconnect.notification.sms;

import fr.opalconnect.kernel.Phone;
import java.time.Duration;
import java.util.Set;

/// A mobile network that ends on the screen, and can be as slow and as stubborn as a real one.
public final class SandboxSms implements SmsGateway {
    /// Where the messages show.
    public interface Screen {
        /// @return the message's number
        long show(Phone to, String text);
    }

    private final Screen screen;
    private final Set<String> refused;
    private final Duration delay;

    /// @param refused numbers that this network does not take, `+33600000000`
    /// @param delay   how long it takes to answer
    public SandboxSms(Screen screen, Set<String> refused, Duration delay) {
        this.screen = screen;
        this.refused = Set.copyOf(refused);
        this.delay = delay;
    }

    @Override
    public Answer send(Phone to, String text, Duration life) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unreachable("interrupted");
        }
        return refused.contains(to.e164())
                ? new Answer.Refused("number not in service")
                : new Answer.Taken("sandbox-" + screen.show(to, text));
    }
}
