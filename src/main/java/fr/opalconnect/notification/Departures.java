package fr.opalconnect.notification;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import fr.opalconnect.kernel.Phone;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.notification.Addresses.Address;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.platform.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Stages what goes out, each with its job, in the caller's transaction.
@Component
class Departures {
    /// Text messages to many leave one after the other, so that a code that somebody waits for is never behind them
    /// all.
    static final Duration SPACED = Duration.ofMillis(250);

    private static final Duration WORTH_A_TEXT = Duration.ofHours(12);
    private static final Duration WORTH_THE_REST = Duration.ofDays(2);

    private final OutgoingTable table;
    private final Words words;
    private final Jobs jobs;
    private final InstantSource clock;

    Departures(OutgoingTable table, Words words, Jobs jobs, InstantSource clock) {
        this.table = table;
        this.words = words;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// @param told things of one topic, which go out as one
    Outgoing write(TenantNumber tenant, Address address, Channel channel, List<Told> told) {
        String recipient = address.reachable().getOrDefault(channel, "");
        return write(tenant, address, channel, recipient, told);
    }

    /// To a number that need not be the one on file.
    Outgoing text(TenantNumber tenant, Address address, Phone to, List<Told> told) {
        return write(tenant, address, Channel.SMS, to.e164(), told);
    }

    private Outgoing write(TenantNumber tenant, Address address, Channel channel, String recipient, List<Told> told) {
        Instant now = clock.instant();
        return new Outgoing(
                Ids.next(clock),
                channel,
                tenant,
                recipient,
                channel == Channel.SMS ? words.sms(told, address.language()) : null,
                channel == Channel.SMS ? new Phone(recipient, Phone.Kind.MOBILE).masked() : recipient,
                now.plus(channel == Channel.SMS ? WORTH_A_TEXT : WORTH_THE_REST),
                told.stream().map(Told::id).toList());
    }

    /// @return until when the text messages among them are leaving
    Instant stage(Collection<Outgoing> all) {
        Instant now = clock.instant();
        if (all.isEmpty()) {
            return now;
        }
        table.add(all, now);
        Instant next = now;
        Map<TaskDescriptor<Void>, Map<String, Instant>> byTask = new LinkedHashMap<>();
        for (Outgoing one : all) {
            boolean text = one.channel() == Channel.SMS;
            byTask.computeIfAbsent(task(one.channel()), _ -> new LinkedHashMap<>())
                    .put(one.id().toString(), text ? next : now);
            next = text ? next.plus(SPACED) : next;
        }
        byTask.forEach(jobs::stage);
        return next;
    }

    /// One that leaves later; it is worth sending for as long as it would have been then.
    void stageAt(Outgoing one, Instant at) {
        Instant now = clock.instant();
        table.add(List.of(one.later(Duration.between(now, at))), now);
        jobs.stage(task(one.channel()), one.id().toString(), at);
    }

    private static TaskDescriptor<Void> task(Channel channel) {
        return switch (channel) {
            case SMS -> SmsJob.TASK;
            case MAIL -> MailJob.TASK;
            case PUSH -> PushJob.TASK;
        };
    }

    Instant now() {
        return clock.instant();
    }

    UUID batch() {
        return Ids.next(clock);
    }
}
