package fr.opalconnect.notification;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.platform.Limits.Answer.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    /// One of a limit.
    private record Share(Limit limit, String subject) {}

    /// Of all that apply or of none: what waits for one of them must not use up the others meanwhile.
    @Override
    public @Nullable Instant spend(Phone to, boolean urgent) {
        List<Share> shares = shares(to.e164(), urgent);
        for (int i = 0; i < shares.size(); i++) {
            Share share = shares.get(i);
            if (limits.spend(share.limit(), share.subject()) instanceof Refused refused) {
                shares.subList(0, i).forEach(spent -> limits.giveBack(spent.limit(), spent.subject()));
                return until(share.limit(), refused);
            }
        }
        return null;
    }

    private List<Share> shares(String number, boolean urgent) {
        List<Share> shares = new ArrayList<>();
        shares.add(new Share(Limit.TEXTS_PER_NUMBER, number));
        shares.add(new Share(Limit.TEXTS_PER_PREFIX, number.substring(0, Math.min(PREFIX, number.length()))));
        String country = elsewhere(number);
        if (country != null) {
            shares.add(new Share(Limit.TEXTS_PER_OTHER_COUNTRY, country));
        }
        if (!urgent) {
            shares.add(new Share(Limit.NEWS_BY_TEXT, ""));
        }
        shares.add(new Share(Limit.TEXTS_ALTOGETHER, ""));
        return shares;
    }

    /// The calling code, when it is not the first of those that the settings name.
    private @Nullable String elsewhere(String number) {
        return settings.countries().stream()
                .skip(1)
                .filter(code -> number.startsWith("+" + code))
                .findFirst()
                .orElse(null);
    }

    private static Instant until(Limit limit, Refused refused) {
        switch (limit) {
            case NEWS_BY_TEXT -> {
                return refused.until().plusSeconds(ThreadLocalRandom.current().nextInt(SPREAD));
            }
            case TEXTS_PER_NUMBER -> LOG.warn("The limit {} is spent for one number until {}", limit, refused.until());
            default -> LOG.error("The limit {} is spent: such text messages wait until {}", limit, refused.until());
        }
        return refused.until();
    }
}
