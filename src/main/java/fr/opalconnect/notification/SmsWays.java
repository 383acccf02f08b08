package fr.opalconnect.notification;

import fr.opalconnect.notification.SmsGatewayTable.Health;
import fr.opalconnect.notification.SmsGatewayTable.Share;
import fr.opalconnect.notification.SmsGatewayTable.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The gateways in their order. One that is away, or delivers too little, goes to the end; now and then a message goes
/// by it all the same, and when that does well it is first again by itself.
class SmsWays implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SmsWays.class);

    /// In a row.
    private static final int MOST_FAILURES = 5;

    private static final Duration FIRST_REST = Duration.ofSeconds(30);
    private static final Duration LONGEST_REST = Duration.ofMinutes(10);
    private static final Duration PROBE_OF_POOR = Duration.ofMinutes(1);
    private static final Duration LOOKS_BACK = Duration.ofDays(1);
    /// Fewer say nothing.
    private static final int FEW = 10;

    private final List<SmsWay> ways;
    private final SmsGatewayTable table;
    private final SmsSwitch power;
    private final SmsSettings settings;
    private final InstantSource clock;

    SmsWays(List<SmsWay> ways, SmsGatewayTable table, SmsSwitch power, SmsSettings settings, InstantSource clock) {
        this.ways = List.copyOf(ways);
        this.table = table;
        this.power = power;
        this.settings = settings;
        this.clock = clock;
    }

    /// Whether there is any, and text messages are switched on.
    boolean areOpen() {
        return !ways.isEmpty() && power.isOn();
    }

    List<SmsWay> all() {
        return ways;
    }

    /// All of them, the one to try first first.
    ///
    /// @param last the one that comes last for this message, because it may have it already
    List<SmsWay> inOrder(@Nullable String last) {
        if (ways.size() < 2) {
            return ways;
        }
        Map<String, Health> health = table.all();
        Instant now = clock.instant();
        List<SmsWay> well = new ArrayList<>();
        List<SmsWay> resting = new ArrayList<>();
        List<SmsWay> not = new ArrayList<>();
        for (SmsWay way : ways) {
            Health its = health.get(way.name());
            if (way.name().equals(last)) {
                not.add(way);
            } else if (its == null || its.trouble() == null || probes(way, its, now)) {
                well.add(way);
            } else {
                resting.add(way);
            }
        }
        well.addAll(resting);
        well.addAll(not);
        return well;
    }

    private boolean probes(SmsWay way, Health its, Instant now) {
        Instant next = its.nextProbe();
        return next != null
                && !next.isAfter(now)
                && table.claimProbe(way.name(), its.trouble() == Trouble.POOR ? PROBE_OF_POOR : FIRST_REST, now);
    }

    void failed(SmsWay way, String reason) {
        if (table.fail(way.name(), reason, MOST_FAILURES, FIRST_REST, LONGEST_REST, clock.instant())) {
            LOG.error("The SMS gateway {} is away: {}", way.name(), reason);
        }
    }

    void succeeded(SmsWay way) {
        if (table.succeed(way.name())) {
            LOG.warn("The SMS gateway {} is back", way.name());
        }
    }

    /// Looks how many of what each took arrived.
    void judge() {
        Map<String, Health> health = table.all();
        Instant now = clock.instant();
        for (SmsWay way : ways) {
            Health its = health.get(way.name());
            boolean wasPoor = its != null && its.trouble() == Trouble.POOR;
            Instant since = its != null && its.since() != null ? its.since() : now.minus(LOOKS_BACK);
            Share share = table.share(way.name(), since, settings.judgedOver());
            boolean poor = share.delivery() < settings.leastDelivered();
            boolean enough = share.ended() >= (wasPoor ? FEW : settings.judgedOver());
            if (enough && poor != wasPoor && (its == null || its.trouble() != Trouble.AWAY)) {
                String words = share.delivered() + "/" + share.ended();
                table.judge(way.name(), poor, words, now, now.plus(PROBE_OF_POOR));
                LOG.error(
                        "The SMS gateway {} delivers {} of its last messages: {}",
                        way.name(),
                        words,
                        poor ? "it comes last now" : "it is in its place again");
            }
        }
    }

    @Override
    public void close() {
        ways.forEach(way -> way.gateway().close());
    }
}
