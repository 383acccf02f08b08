package fr.opalconnect.payment;

import fr.opalconnect.kernel.Money;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the landlord wants of payments by card: `opal.payment.rules.*`.
///
/// @param leastCents  the least that is taken at once, in cents
/// @param mostCents   the most
/// @param postingDays how many days until the ERP's entry is usually there
/// @param sameSum     for how long after a payment the same sum asks once more
@ConfigurationProperties("opal.payment.rules")
record CardRules(
        @DefaultValue("500") long leastCents,
        @DefaultValue("1000000") long mostCents,
        @DefaultValue("2") int postingDays,
        @DefaultValue("48h") Duration sameSum) {
    Money least() {
        return Money.ofCents(leastCents);
    }

    Money most() {
        return Money.ofCents(mostCents);
    }
}
