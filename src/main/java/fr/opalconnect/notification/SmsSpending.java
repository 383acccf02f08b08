package fr.opalconnect.notification;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.platform.Limits.Answer.Refused;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What text messages may cost. Only what is really handed over is counted: otherwise anyone could spend it with
/// numbers that do not exist.
@Component
class SmsSpending implements SmsSending.Purse {
    private static final Logger LOG = LoggerFactory.getLogger(SmsSpending.class);

    /// `+336412`: of a hundred thousand numbers of one operator; who makes money with texts has such a row.
    private static final int PREFIX = 7;

    /// News that wait for room come back in the course of so many seconds, not all at once.
    private static final int SPREAD = 300;

    private final Limits limits;
    private final SmsSettings settings;

    SmsSpending(Limits limits, SmsSettings settings) {
        this.limits = limits;
        this.settings = settings;
    }

    @Override
    public @Nullable Instant spend(Phone to, boolean urgent) {
        if (!urgent && limits.spend(Limit.NEWS_BY_TEXT, "") instanceof Refused refused) {
            return refused.until().plusSeconds(ThreadLocalRandom.current().nextInt(SPREAD));
        }
        String number = to.e164();
        Instant until = spend(Limit.TEXTS_PER_NUMBER, number);
        until = until == null
                ? spend(Limit.TEXTS_PER_PREFIX, number.substring(0, Math.min(PREFIX, number.length())))
                : until;
        String country = elsewhere(number);
        until = until == null && country != null ? spend(Limit.TEXTS_PER_OTHER_COUNTRY, country) : until;
        return until == null ? spend(Limit.TEXTS_ALTOGETHER, "") : until;
    }

    /// The calling code, when it is not the first of those that the settings name.
    private @Nullable String elsewhere(String number) {
        return settings.countries().stream()
                .skip(1)
                .filter(code -> number.startsWith("+" + code))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Instant spend(Limit limit, String subject) {
        if (!(limits.spend(limit, subject) instanceof Refused refused)) {
            return null;
        }
        if (limit == Limit.TEXTS_PER_NUMBER) {
            LOG.warn("The limit {} is spent for one number until {}", limit, refused.until());
        } else {
            LOG.error("The limit {} is spent: such text messages wait until {}", limit, refused.until());
        }
        return refused.until();
    }
}
