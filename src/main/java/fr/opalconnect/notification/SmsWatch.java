package fr.opalconnect.notification;

import fr.opalconnect.notification.HandoverTable.Asked;
import fr.opalconnect.notification.sms.Receipt;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Looks after text messages, several times a minute: asks the gateways that must be asked, lays receipts that found no
/// message to it, judges how much arrives, and rings before the limit is spent.
@Component
class SmsWatch {
    static final Duration EVERY = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(SmsWatch.class);
    private static final Duration STILL_ASKED = Duration.ofDays(2);
    private static final int AT_ONCE = 50;
    private static final double NEAR = 0.8;

    private final SmsWays ways;
    private final HandoverTable handovers;
    private final SmsReceipts receipts;
    private final Budget budget;
    private final InstantSource clock;

    SmsWatch(SmsWays ways, HandoverTable handovers, SmsReceipts receipts, Budget budget, InstantSource clock) {
        this.ways = ways;
        this.handovers = handovers;
        this.receipts = receipts;
        this.budget = budget;
        this.clock = clock;
    }

    /// What may be spent, and who hears when it is nearly gone.
    @Component
    record Budget(Limits limits, SmsAlarms alarms) {}

    void look() {
        ask();
        receipts.matchAll();
        ways.judge();
        ringBeforeTheLimit();
    }

    private void ask() {
        Instant now = clock.instant();
        for (Asked asked : handovers.toAsk(now, now.minus(STILL_ASKED), AT_ONCE)) {
            ways.all().stream()
                    .filter(way -> way.name().equals(asked.gateway()))
                    .findFirst()
                    .ifPresent(way -> {
                        Receipt told = way.gateway().ask(asked.reference());
                        if (told != null && told.outcome() != Receipt.Outcome.ON_ITS_WAY) {
                            receipts.take(way.name(), told);
                        }
                    });
        }
    }

    private void ringBeforeTheLimit() {
        double spent = budget.limits().spent(Limit.TEXTS_ALTOGETHER, "");
        if (spent < NEAR) {
            return;
        }
        String figures = Math.round(spent * 100) + " %";
        if (budget.alarms().ring(SmsAlarms.Kind.LIMIT_NEAR, figures)) {
            LOG.error(
                    "{} of the limit {} is spent. The desk's page SMS switches all of them off.",
                    figures,
                    Limit.TEXTS_ALTOGETHER);
        }
    }
}
