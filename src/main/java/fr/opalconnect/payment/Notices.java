package fr.opalconnect.payment;

import fr.opalconnect.payment.provider.Notice;
import fr.opalconnect.payment.provider.PaymentProvider;
import fr.opalconnect.payment.provider.RawNotice;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes what providers tell, and settles it one by one. Whatever stops in between, the message lies there and is
/// settled later, by this node or another.
@Component
class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    /// More threads than this would only wait for each other's payments and for the database.
    private static final int AT_ONCE = 2;

    private final ObjectProvider<PaymentProvider> providers;
    private final ProviderMessageTable messages;
    private final PaymentTable payments;
    private final Settlement settlement;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger wanted = new AtomicInteger();

    Notices(
            ObjectProvider<PaymentProvider> providers,
            ProviderMessageTable messages,
            PaymentTable payments,
            Settlement settlement,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.providers = providers;
        this.messages = messages;
        this.payments = payments;
        this.settlement = settlement;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Whether it proves nothing and means no payment that we know. Nothing is written.
    boolean isStrange(PaymentProvider provider, Map<String, String> fields) {
        return switch (read(provider, FormText.of(fields))) {
            case Notice.Says _ -> false;
            case Notice.AskAbout about ->
                payments.byProviderReference(provider.name(), about.providerReference()) == null;
            case Notice.NotGenuine _ -> true;
        };
    }

    /// Writes a notification down.
    ///
    /// @return what it says, for the answer
    Notice take(PaymentProvider provider, Map<String, String> fields) {
        String content = keep(provider, fields);
        Notice notice = read(provider, content);
        wake();
        return notice;
    }

    /// @return as it was written down
    String keep(PaymentProvider provider, Map<String, String> fields) {
        String content = FormText.of(fields);
        messages.keep(provider.name(), ProviderMessageTable.Source.NOTICE, content, clock.instant());
        return content;
    }

    /// Settles what lies there, beside the caller.
    void wake() {
        wanted.incrementAndGet();
        if (busy.incrementAndGet() > AT_ONCE) {
            busy.decrementAndGet();
            return;
        }
        Thread.ofVirtual().name("settle payments").start(() -> {
            try {
                drain();
            } finally {
                busy.decrementAndGet();
            }
        });
    }

    /// Settles all that lies there.
    void drain() {
        int before;
        do {
            before = wanted.get();
            while (settleNext()) {
                // the next one
            }
        } while (before != wanted.get());
    }

    private boolean settleNext() {
        long[] id = {0};
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                ProviderMessageTable.Waiting message = messages.next(clock.instant());
                if (message == null) {
                    return false;
                }
                id[0] = message.id();
                settle(message);
                return true;
            }));
        } catch (RuntimeException e) {
            if (id[0] == 0) {
                LOG.warn("Messages of payment providers wait: {}", e.getMessage());
                return false;
            }
            LOG.error("Message {} of a payment provider could not be settled; it is tried again later", id[0], e);
            messages.putOff(id[0], clock.instant());
            return true;
        }
    }

    private void settle(ProviderMessageTable.Waiting message) {
        PaymentProvider provider = providers.getIfAvailable();
        if (provider == null || !provider.name().equals(message.provider())) {
            throw new IllegalStateException("the provider " + message.provider() + " is not set up any more");
        }
        switch (read(provider, message.content())) {
            case Notice.Says says -> settlement.settle(provider.name(), says.finding(), provider.test(), message.id());
            case Notice.AskAbout about -> {
                Payment payment = payments.byProviderReference(provider.name(), about.providerReference());
                if (payment == null) {
                    messages.handled(message.id(), null, Verdict.FOREIGN, "unknown reference", clock.instant());
                } else {
                    payments.askAt(payment.id(), clock.instant());
                    messages.handled(message.id(), payment.id(), Verdict.ASKED, "", clock.instant());
                }
            }
            case Notice.NotGenuine not ->
                messages.handled(message.id(), null, Verdict.NOT_GENUINE, not.why(), clock.instant());
        }
    }

    private static Notice read(PaymentProvider provider, String content) {
        return provider.read(new RawNotice(FormText.read(content), content));
    }
}
