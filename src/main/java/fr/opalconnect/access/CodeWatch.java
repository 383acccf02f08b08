package fr.opalconnect.access;

import fr.opalconnect.notification.SmsAlarms;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Rings when many codes go out and few come back: somebody makes the program send texts for their own ends, or the
/// texts do not arrive.
@Component
class CodeWatch {
    private static final Logger LOG = LoggerFactory.getLogger(CodeWatch.class);

    private static final Duration LOOKS_BACK = Duration.ofHours(1);
    private static final int MANY = 40;
    private static final double FEW = 0.25;

    private final ActivationTable claims;
    private final SmsAlarms alarms;
    private final InstantSource clock;

    CodeWatch(ActivationTable claims, SmsAlarms alarms, InstantSource clock) {
        this.claims = claims;
        this.alarms = alarms;
        this.clock = clock;
    }

    /// @return whether it rang
    boolean look() {
        ActivationTable.Usage usage = claims.usageSince(clock.instant().minus(LOOKS_BACK));
        boolean rings = usage.sent() >= MANY && usage.proved() < usage.sent() * FEW;
        if (rings) {
            alarms.ring(SmsAlarms.Kind.FEW_CODES_USED, usage.proved() + "/" + usage.sent());
            LOG.error(
                    "In the last hour {} codes were sent and only {} were used. The desk's page SMS switches all off.",
                    usage.sent(),
                    usage.proved());
        }
        return rings;
    }
}
