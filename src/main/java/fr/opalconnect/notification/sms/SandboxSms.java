package fr.opalconnect.notification.sms;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.notification.sms.Receipt.Failure;
import fr.opalconnect.notification.sms.Receipt.Outcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A mobile network that ends on the screen, and can be as slow and as stubborn as a real one.
public final class SandboxSms implements SmsGateway {
    /// Where the messages show.
    public interface Screen {
        /// @return the message's number
        long show(Phone to, String text);
    }

    /// What it does with the next message.
    public interface Weather {
        Fault now();
    }

    public enum Fault {
        NONE,
        /// The number is not taken.
        REFUSED,
        /// Too many messages at once.
        THROTTLED,
        /// It cannot be reached.
        AWAY,
        /// It takes the message, and the connection breaks before it can say so.
        DROPPED,
        /// The receipt comes after a while.
        LATE,
        /// The receipt comes twice.
        TWICE,
        /// It takes the message, and nothing is ever heard of it.
        NEVER,
        /// The phone is off until it is too late.
        PHONE_OFF
    }

    /// @param refused numbers that this network does not take, `+33600000000`
    /// @param delay   how long it takes to answer
    /// @param receipt how long a phone takes to get it
    /// @param late    and how long when it is late
    public record Manners(Set<String> refused, Duration delay, Duration receipt, Duration late) {
        public Manners {
            refused = Set.copyOf(refused);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(SandboxSms.class);

    private final String name;
    private final Screen screen;
    private final Weather weather;
    private final Receipts receipts;
    private final Manners manners;
    private final InstantSource clock;
    private final ScheduledExecutorService later =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    public SandboxSms(
            String name, Screen screen, Weather weather, Receipts receipts, Manners manners, InstantSource clock) {
        this.name = name;
        this.screen = screen;
        this.weather = weather;
        this.receipts = receipts;
        this.manners = manners;
        this.clock = clock;
    }

    @Override
    public Answer send(Phone to, String text, Duration life) {
        try {
            Thread.sleep(manners.delay());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unreachable("interrupted");
        }
        return manners.refused().contains(to.e164()) ? refused() : send(to, text, weather.now());
    }

    private Answer send(Phone to, String text, Fault fault) {
        return switch (fault) {
            case REFUSED -> refused();
            case THROTTLED -> new Answer.Busy("status 0x58");
            case AWAY -> new Answer.Unreachable("not connected");
            case DROPPED -> {
                screen.show(to, text);
                yield new Answer.Unknown("connection lost");
            }
            case NEVER -> new Answer.Taken("sandbox-lost");
            case PHONE_OFF -> {
                String reference = "sandbox-off-" + clock.instant().toEpochMilli();
                tell(manners.receipt(), reference, to, Outcome.FAILED, Failure.PHONE_OFF);
                yield new Answer.Taken(reference);
            }
            case NONE, LATE, TWICE -> {
                String reference = "sandbox-" + screen.show(to, text);
                tell(fault == Fault.LATE ? manners.late() : manners.receipt(), reference, to, Outcome.DELIVERED, null);
                if (fault == Fault.TWICE) {
                    tell(manners.receipt().multipliedBy(2), reference, to, Outcome.DELIVERED, null);
                }
                yield new Answer.Taken(reference);
            }
        };
    }

    private static Answer refused() {
        return new Answer.Refused("number not in service");
    }

    private void tell(Duration after, String reference, Phone to, Outcome outcome, @Nullable Failure failure) {
        var _ = later.schedule(
                () -> {
                    String words = failure == null ? "DELIVRD 000" : "UNDELIV 027";
                    try {
                        receipts.take(
                                name, new Receipt(reference, to.e164(), outcome, failure, words, clock.instant()));
                    } catch (RuntimeException e) {
                        LOG.warn("A receipt of the sandbox was lost: {}", e.toString());
                    }
                },
                after.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
