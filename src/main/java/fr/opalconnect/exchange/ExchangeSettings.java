package fr.opalconnect.exchange;

import fr.opalconnect.platform.UnusableSetting;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// `opal.exchange.*`: docs/exchange.md says what they are for.
///
/// @param inbox       the folder that a job looks into; null when nobody delivers to one
/// @param outbox      the folder that packages for the ERP are written to; null when nobody fetches them
/// @param rejectShare how many of all lines may be rejected while the rest is still taken
/// @param brakeShare  how much of a table may be changed or closed without asking
/// @param brakeFrom   fewer rows than this never make it ask, unless they are all there are
/// @param keepRejects how long the values of rejected lines are kept
/// @param largestFile how large a single file may be once unpacked
@ConfigurationProperties("opal.exchange")
record ExchangeSettings(
        @Nullable Path inbox,
        @Nullable Path outbox,
        @DefaultValue("0.01") double rejectShare,
        @DefaultValue("0.2") double brakeShare,
        @DefaultValue("50") int brakeFrom,
        @DefaultValue("90d") Duration keepRejects,
        @DefaultValue("8GB") DataSize largestFile) {
    ExchangeSettings {
        share("reject-share", rejectShare);
        share("brake-share", brakeShare);
        if (brakeFrom < 0) {
            throw new UnusableSetting("opal.exchange.brake-from is " + brakeFrom + ", but has to be 0 or more.");
        }
    }

    /// Whoever writes 5 means five in a hundred, and would have every line rejected and the rest taken.
    private static void share(String name, double given) {
        if (!(given >= 0 && given <= 1)) {
            throw new UnusableSetting("opal.exchange." + name + " is " + given
                    + ", but has to be a share from 0 to 1: 0.05 is five lines in a hundred.");
        }
    }
}
