package fr.opalconnect.exchange;

import fr.opalconnect.exchange.Report.Counts;
import fr.opalconnect.kernel.FrenchDays;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a package as a whole would not come in, although its lines can be read: what stops an import, and what a check
/// says of it beforehand.
final class Admission {
    private static final Duration FUTURE = Duration.ofDays(2);
    private static final DateTimeFormatter WHEN =
            FrenchDays.with(" MMMM uuuu 'à' H:mm:ss").withZone(ZoneId.of("Europe/Paris"));

    private final ExchangeSettings settings;
    private final InstantSource clock;

    Admission(ExchangeSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// @return why its figures cannot be the next ones
    @Nullable
    String wrongTime(Descriptor descriptor, ImportRunTable.@Nullable Last last) {
        Instant created = descriptor.created();
        if (last != null && created.isBefore(last.created())) {
            return "created : ce paquet (du " + WHEN.format(created) + ") est plus ancien que le dernier appliqué (du "
                    + WHEN.format(last.created()) + ")";
        }
        if (created.isAfter(clock.instant().plus(FUTURE))) {
            return "created : ce paquet est daté de l’avenir (du " + WHEN.format(created)
                    + ") ; il ferait refuser tous les suivants";
        }
        return null;
    }

    /// @return what share of its lines is rejected, when that is too much
    @Nullable
    String tooManyRejects(Take take) {
        long read = take.counts().values().stream().mapToLong(Counts::read).sum();
        long rejected =
                take.counts().values().stream().mapToLong(Counts::rejected).sum();
        if (rejected <= settings.rejectShare() * read) {
            return null;
        }
        String share = BigDecimal.valueOf(settings.rejectShare())
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString()
                .replace('.', ',');
        return rejected + (rejected > 1 ? " lignes sur " : " ligne sur ") + read
                + (rejected > 1 ? " sont rejetées" : " est rejetée") + ", plus que la part admise (" + share + " %)";
    }

    /// @return what of it somebody should look at first
    @Nullable
    String brake(Take take) {
        List<String> brakes = take.brakes(settings);
        return brakes.isEmpty() ? null : String.join(" ; ", brakes);
    }

    /// What an import would answer to it, in the order in which it asks; null when it would take it.
    @Nullable
    String foretell(Descriptor descriptor, Take take, ImportRunTable.@Nullable Last last) {
        String time = wrongTime(descriptor, last);
        String refusal = time == null ? tooManyRejects(take) : time;
        if (refusal != null) {
            return "un import le refuserait : " + refusal;
        }
        String brake = brake(take);
        return brake == null ? null : "un import attendrait une confirmation : " + brake;
    }
}
