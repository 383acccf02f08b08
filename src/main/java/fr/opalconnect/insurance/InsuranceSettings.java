package fr.opalconnect.insurance;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `opal.insurance.*`
///
/// @param remind   the ladder: days before the last day on which its tenants are reminded; negative is after it
/// @param validity how many months a certificate counts at most, from its first day
@ConfigurationProperties("opal.insurance")
record InsuranceSettings(
        @DefaultValue({"30", "15", "3", "-7"}) List<Integer> remind,
        @DefaultValue("12") int validity) {
    InsuranceSettings {
        remind = remind.stream().distinct().sorted(Comparator.reverseOrder()).toList();
        if (remind.isEmpty() || remind.getFirst() < 1 || remind.getFirst() > 365 || remind.getLast() < -365) {
            throw new IllegalArgumentException("opal.insurance.remind needs days, the first of them before the end");
        }
        if (validity < 1 || validity > 60) {
            throw new IllegalArgumentException("opal.insurance.validity is a number of months, from 1 to 60");
        }
    }

    /// From how many days before its end on a certificate is ending.
    int soon() {
        return remind.getFirst();
    }

    /// The last day that a certificate may be typed with.
    LocalDate latest(LocalDate from) {
        return from.plusMonths(validity);
    }
}
