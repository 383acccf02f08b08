package fr.opalconnect.debit;

import fr.opalconnect.account.DebitableTerms;
import fr.opalconnect.account.DebitableTerms.Term;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.ui.Texts;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Proposes collections from the notices that fall due, and announces each to its tenant at once.
@Component
public class Proposals {
    private static final Logger LOG = LoggerFactory.getLogger(Proposals.class);

    /// A notice that was due longer ago is arrears, which people talk about first.
    private static final int DAYS_BACK = 10;

    private final MandateTable mandates;
    private final Mandates acts;
    private final DirectDebitTable table;
    private final DirectDebits debits;
    private final DebitableTerms terms;
    private final Rules rules;

    Proposals(
            MandateTable mandates,
            Mandates acts,
            DirectDebitTable table,
            DirectDebits debits,
            DebitableTerms terms,
            Rules rules) {
        this.mandates = mandates;
        this.acts = acts;
        this.table = table;
        this.debits = debits;
        this.terms = terms;
        this.rules = rules;
    }

    /// Once more changes nothing: a notice is announced once.
    public void propose() {
        if (!rules.settings().offered()) {
            return;
        }
        LocalDate today = rules.today();
        debits.leaveOutLate(today);
        Map<LeaseNumber, Mandate> collecting = new HashMap<>();
        mandates.collecting().forEach(mandate -> collecting.put(mandate.lease(), mandate));
        List<Term> due = terms.due(collecting.keySet(), today.minusDays(DAYS_BACK));
        Set<String> known = new HashSet<>(
                table.knownNotices(due.stream().map(Term::noticeId).toList()));
        Map<LeaseNumber, Money> owed = terms.owed(collecting.keySet(), List.of());
        int announced = 0;
        for (Term term : due) {
            Mandate mandate = collecting.get(term.lease());
            Money left = owed.getOrDefault(term.lease(), Money.ZERO);
            if (mandate == null || known.contains(term.noticeId()) || !left.isPositive() || isBefore(mandate, term)) {
                continue;
            }
            Money amount = term.amount().min(left);
            switch (debits.announce(rules.debit(mandate, term, amount))) {
                case YES -> {
                    announced++;
                    owed.put(term.lease(), left.minus(amount));
                }
                case SUSPENDED -> acts.skip(mandate.id());
                case NOT -> {}
            }
        }
        if (announced > 0) {
            LOG.info("{} collections announced", announced);
        }
    }

    /// What fell due before the signature is not what was agreed.
    private static boolean isBefore(Mandate mandate, Term term) {
        return term.dueOn().isBefore(mandate.signedAt().atZone(Texts.ZONE).toLocalDate());
    }

    /// What the landlord's settings make of a term.
    @Component
    static class Rules {
        private final DirectDebitTable table;
        private final DebitSettings settings;
        private final InstantSource clock;

        Rules(DirectDebitTable table, DebitSettings settings, InstantSource clock) {
            this.table = table;
            this.settings = settings;
            this.clock = clock;
        }

        DebitSettings settings() {
            return settings;
        }

        LocalDate today() {
            return clock.instant().atZone(Texts.ZONE).toLocalDate();
        }

        DirectDebit debit(Mandate mandate, Term term, Money amount) {
            LocalDate day = DebitDays.of(term.dueOn(), mandate.day(), settings.days(), today(), settings.notice());
            return new DirectDebit(
                    Ids.next(clock),
                    mandate.id(),
                    mandate.lease(),
                    term.noticeId(),
                    mandate.agency(),
                    table.nextReference(day),
                    amount,
                    day,
                    clock.instant(),
                    DebitState.ANNOUNCED,
                    null,
                    null,
                    null);
        }
    }
}
