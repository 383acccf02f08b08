package fr.opalconnect.payment;

import fr.opalconnect.payment.provider.Notice;
import fr.opalconnect.payment.provider.PaymentProvider;
import fr.opalconnect.payment.provider.RawNotice;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
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
    /// So many in one transaction: most of the time that one takes is its commit.
    private static final int TOGETHER = 20;

    private final ObjectProvider<PaymentProvider> providers;
    private final ProviderMessageTable messages;
    private final PaymentTable payments;
    private final Settlement settlement;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final AtomicBoolean busy = new AtomicBoolean();
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

    /// What a notification says. Nothing is written.
    static Notice read(PaymentProvider provider, Map<String, String> fields) {
        return read(provider, FormText.of(fields));
    }

    /// Whether it proves nothing and means no payment that we know.
    boolean isStrange(PaymentProvider provider, Notice notice) {
        return switch (notice) {
            case Notice.Says _ -> false;
            case Notice.AskAbout about ->
                payments.byProviderReference(provider.name(), about.providerReference()) == null;
            case Notice.NotGenuine _ -> true;
        };
    }

    /// Writes a notification down, to be settled beside.
    void take(PaymentProvider provider, Map<String, String> fields) {
        keep(provider, fields);
        wake();
    }

    void keep(PaymentProvider provider, Map<String, String> fields) {
        messages.keep(provider.name(), ProviderMessageTable.Source.NOTICE, FormText.of(fields), clock.instant());
    }

    /// Settles what lies there, beside the caller.
    void wake() {
        wanted.incrementAndGet();
        begin();
    }

    /// One is enough on a node; two would wait for each other's payments.
    private void begin() {
        if (busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name("settle payments").start(() -> {
                int seen = wanted.get();
                try {
                    seen = drain();
                } finally {
                    busy.set(false);
                    if (seen != wanted.get()) {
                        begin(); // something came while the last one was leaving
                    }
                }
            });
        }
    }

    /// Settles all that lies there.
    ///
    /// @return how much was wanted by then
    int drain() {
        int before;
        do {
            before = wanted.get();
            while (settleSome()) {
                // the next ones
            }
        } while (before != wanted.get());
        return before;
    }

    private boolean settleSome() {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                int settled = 0;
                for (var message = next(); message != null; message = ++settled < TOGETHER ? next() : null) {
                    settle(message);
                }
                return settled > 0;
            }));
        } catch (RuntimeException e) {
            // One of them does not go: one by one, so that it keeps nobody else back.
            return settleNext();
        }
    }

    private ProviderMessageTable.@Nullable Waiting next() {
        return messages.next(clock.instant());
    }

    private boolean settleNext() {
        long[] id = {0};
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                ProviderMessageTable.Waiting message = next();
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
