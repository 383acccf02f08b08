package fr.opalconnect.plan;

import fr.opalconnect.account.AccountOverview;
import fr.opalconnect.account.RentAccounts;
import fr.opalconnect.conversation.Conversations;
import fr.opalconnect.conversation.Draft;
import fr.opalconnect.conversation.Kind;
import fr.opalconnect.conversation.Words;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInTenant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A tenant's plan: what it would be, asking for it, agreeing to other terms, following it. Whoever asks does so for
/// the
/// lease that is looked at.
@Component
public class Plans {
    private final PlanTable table;
    private final PlanSteps steps;
    private final PlanWords words;
    private final Conversations conversations;
    private final Purse purse;
    private final PlanSettings settings;

    /// What is owed, and what has been paid of a plan.
    @Component
    record Purse(RentAccounts accounts, Course course) {}

    Plans(
            PlanTable table,
            PlanSteps steps,
            PlanWords words,
            Conversations conversations,
            Purse purse,
            PlanSettings settings) {
        this.table = table;
        this.steps = steps;
        this.words = words;
        this.conversations = conversations;
        this.purse = purse;
        this.settings = settings;
    }

    /// What there is to spread: the balance, less what is paid and on its way.
    Money debt(SignedInTenant who) {
        AccountOverview account = purse.accounts().overview(who);
        return account.balance().minus(account.taken());
    }

    /// @return null when the bounds do not allow so many months
    @Nullable
    Terms terms(Money debt, int months) {
        return Terms.of(debt, months, steps.today(), settings);
    }

    /// The latest plan of the lease that is looked at, whatever became of it.
    @Nullable
    Plan latest(SignedInTenant who) {
        return table.latest(who.lease());
    }

    List<Progress.Shown> progress(SignedInTenant who, Plan plan) {
        return who.leases().contains(plan.lease()) ? purse.course().of(plan) : List.of();
    }

    /// Asks for a plan: a request to the agency, with its terms. The same form twice is one.
    ///
    /// @param added in the tenant's words; may be empty
    @Transactional
    public Ending request(SignedInTenant who, int months, String added, UUID key) {
        table.oneAtATime(who.lease());
        Plan before = latest(who);
        if (before != null && before.state().isOpen() && !purse.course().complete(before.id())) {
            return new Ending.NotNow(before.state());
        }
        Terms terms = terms(debt(who), months);
        if (terms == null) {
            return new Ending.OutOfBounds();
        }
        Words body = words.words(key, words.say("plan.said.requested", words.terms(terms.parts())), added);
        return switch (conversations.open(
                who, new Draft(Kind.REPAYMENT_PLAN, words.subject(), null, false, true, body))) {
            case fr.opalconnect.conversation.Ending.Done done ->
                new Ending.Done(steps.begin(who, terms, done.conversation()).id());
            case fr.opalconnect.conversation.Ending.TooMany many -> new Ending.TooMany(many.until());
            case fr.opalconnect.conversation.Ending other ->
                throw new IllegalStateException("a request without files begins: " + other);
        };
    }

    /// Agrees to what the agency proposed.
    @Transactional
    public Ending agree(SignedInTenant who, UUID id) {
        return answer(who, id, PlanState.ACCEPTED, "plan.said.agreed");
    }

    /// Does not want it any more, or not so.
    @Transactional
    public Ending withdraw(SignedInTenant who, UUID id) {
        return answer(who, id, PlanState.WITHDRAWN, "plan.said.withdrawn");
    }

    private Ending answer(SignedInTenant who, UUID id, PlanState to, String said) {
        Plan plan = table.lock(id);
        if (plan == null || !who.leases().contains(plan.lease())) {
            return new Ending.NotFound();
        }
        if (plan.state() == to) {
            return new Ending.Done(id);
        }
        if (!plan.state().mayBecome(to, PlanState.By.TENANT)) {
            return new Ending.NotNow(plan.state());
        }
        steps.move(plan, to, PlanState.By.TENANT, "tenant:" + who.number().value(), "", null);
        // Only who began the conversation, or sees it, can write into it; a holder who does not still decides.
        conversations.write(who, plan.conversation(), words.words(steps.key(), words.say(said), null));
        return new Ending.Done(id);
    }
}
