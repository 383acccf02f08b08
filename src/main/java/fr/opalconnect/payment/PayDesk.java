package fr.opalconnect.payment;

import fr.opalconnect.account.AgreedPlans;
import fr.opalconnect.account.NoticeDebits;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Languages;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the pages about paying need besides: the rules, what is agreed already, and what a request says of itself.
@Component
class PayDesk {
    private final CardRules rules;
    private final Languages languages;
    private final Limits limits;
    private final NoticeDebits debits;
    private final AgreedPlans plans;

    PayDesk(CardRules rules, Languages languages, Limits limits, NoticeDebits debits, AgreedPlans plans) {
        this.rules = rules;
        this.languages = languages;
        this.limits = limits;
        this.debits = debits;
        this.plans = plans;
    }

    CardRules rules() {
        return rules;
    }

    /// One more payment of this tenant.
    ///
    /// @return until when there are no more; null when this one may be
    @Nullable
    Instant spend(SignedInTenant who) {
        return limits.spend(Limit.PAYMENT_PER_TENANT, who.number().value()) instanceof Limits.Answer.Refused no
                ? no.until()
                : null;
    }

    Agreed agreed(SignedInTenant who) {
        return new Agreed(debits.dayOf(who.lease()), plans.next(who.lease()));
    }

    Locale language(HttpServletRequest request) {
        return languages.of(request);
    }

    /// Under which address the tenant came: there the bank sends the browser back to.
    String site(HttpServletRequest request) {
        int site = request.getRequestURL().length() - request.getRequestURI().length();
        return request.getRequestURL().substring(0, site);
    }

    /// `412,37`, as it would be typed.
    String typed(long cents) {
        return Money.ofCents(cents).toEuros().replace('.', ',');
    }
}
