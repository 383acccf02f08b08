package fr.opalconnect.payment;

import fr.opalconnect.payment.ProviderMessageTable.Handled;
import fr.opalconnect.payment.Settlement.Heard;
import fr.opalconnect.payment.provider.Asked;
import fr.opalconnect.payment.provider.PaymentProvider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Asks the provider what became of payments that it told nothing of. Notifications are few and get lost; every payment
/// reaches an end all the same.
@Component
class Asking {
    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    /// After the provider's page is closed for good, messages may still be on their way.
    static final Duration MARGIN = Duration.ofMinutes(10);
    /// A provider that cannot be asked, or does not answer, has told by then what it will ever tell.
    static final Duration PATIENCE = Duration.ofHours(24);

    private static final int AT_ONCE = 50;

    private final ObjectProvider<PaymentProvider> providers;
    private final AskTable asks;
    private final ProviderMessageTable messages;
    private final Orders orders;
    private final Settlement settlement;
    private final InstantSource clock;

    Asking(
            ObjectProvider<PaymentProvider> providers,
            AskTable asks,
            ProviderMessageTable messages,
            Orders orders,
            Settlement settlement,
            InstantSource clock) {
        this.providers = providers;
        this.asks = asks;
        this.messages = messages;
        this.orders = orders;
        this.settlement = settlement;
        this.clock = clock;
    }

    /// Asks of all whose time has come.
    void sweep() {
        PaymentProvider provider = providers.getIfAvailable();
        if (provider == null) {
            return;
        }
        for (var due = asks.take(provider.name(), AT_ONCE, clock.instant());
                !due.isEmpty();
                due = asks.take(provider.name(), AT_ONCE, clock.instant())) {
            due.forEach(payment -> askCarefully(provider, payment));
        }
    }

    private void askCarefully(PaymentProvider provider, Payment payment) {
        try {
            ask(provider, payment);
        } catch (RuntimeException e) {
            LOG.error("Asking about payment {} failed; it is asked again later", payment.reference(), e);
        }
    }

    private void ask(PaymentProvider provider, Payment payment) {
        if (!provider.canBeAsked()) {
            endIfOlder(payment, PATIENCE, "nothing was heard of it");
            return;
        }
        String reference = payment.providerReference() == null ? "" : payment.providerReference();
        Asked asked = provider.ask(orders.of(payment), reference);
        switch (asked) {
            case Asked.Found found -> {
                List<Heard> heard = Stream.concat(Stream.of(found.finding()), found.others().stream())
                        .map(each -> new Heard(keep(provider, found.raw()), each))
                        .toList();
                if (settlement
                        .settle(provider.name(), provider.test(), heard)
                        .getFirst()
                        .wantsEyes()) {
                    endIfOlder(payment, PATIENCE, "what the provider says does not fit");
                }
            }
            case Asked.NotYet notYet -> {
                note(provider, payment, notYet.raw(), "not yet");
                endIfOlder(payment, PATIENCE, "no result in a day");
            }
            case Asked.Unknown unknown -> {
                note(provider, payment, unknown.raw(), "unknown there");
                endIfOlder(payment, provider.pageLives().plus(MARGIN), "never heard of there");
            }
            case Asked.Gone gone -> {
                note(provider, payment, gone.raw(), "forgotten there");
                endIfOlder(payment, provider.pageLives().plus(MARGIN), "forgotten there");
            }
            case Asked.Unreachable lost -> {
                LOG.warn("The provider {} does not answer: {}", provider.name(), lost.reason());
                // What nobody answered was not asked: it may have been the last time.
                asks.soonAgain(payment.id(), clock.instant());
            }
        }
    }

    private long keep(PaymentProvider provider, String raw) {
        return messages.keep(provider.name(), ProviderMessageTable.Source.ANSWER, raw, clock.instant());
    }

    private void note(PaymentProvider provider, Payment payment, String raw, String why) {
        Handled handled = new Handled(keep(provider, raw), payment.id(), Verdict.NOT_YET, why);
        messages.handled(List.of(handled), clock.instant());
    }

    private void endIfOlder(Payment payment, Duration age, String why) {
        Instant now = clock.instant();
        if (payment.begunAt().plus(age).isBefore(now)) {
            settlement.step(payment, PaymentState.EXPIRED, why);
        }
    }
}
