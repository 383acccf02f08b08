package fr.opalconnect.payment;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.platform.Languages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// What the pages about paying need besides: the rules, and what a request says of itself.
@Component
class PayDesk {
    private final CardRules rules;
    private final Languages languages;

    PayDesk(CardRules rules, Languages languages) {
        this.rules = rules;
        this.languages = languages;
    }

    CardRules rules() {
        return rules;
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
