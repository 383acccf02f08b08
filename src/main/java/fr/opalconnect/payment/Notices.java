package fr.opalconnect.payment;

import fr.opalconnect.payment.ProviderMessageTable.Handled;
import fr.opalconnect.payment.ProviderMessageTable.Waiting;
import fr.opalconnect.payment.Settlement.Heard;
import fr.opalconnect.payment.provider.Notice;
import fr.opalconnect.payment.provider.PaymentProvider;
import fr.opalconnect.payment.provider.RawNotice;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes what providers tell, and settles it. Whatever stops in between, the message lies there and is
/// settled later, by this node or another.
@Component
class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    /// So many in one transaction: most of the time that one takes is its commit and its ways to the database.
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
                List<Waiting> some = messages.next(TOGETHER, clock.instant());
                settle(some);
                return !some.isEmpty();
            }));
        } catch (RuntimeException e) {
            // One of them does not go: one by one, so that it keeps nobody else back.
            return settleNext();
        }
    }

    private boolean settleNext() {
        AtomicLong tried = new AtomicLong();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                List<Waiting> one = messages.next(1, clock.instant());
                one.forEach(message -> tried.set(message.id()));
                settle(one);
                return !one.isEmpty();
            }));
        } catch (RuntimeException e) {
            long id = tried.get();
            if (id == 0) {
                LOG.warn("Messages of payment providers wait: {}", e.getMessage());
                return false;
            }
            LOG.error("Message {} of a payment provider could not be settled; it is tried again later", id, e);
            messages.putOff(id, clock.instant());
            return true;
        }
    }

    private void settle(List<Waiting> all) {
        PaymentProvider provider = providers.getIfAvailable();
        List<Heard> heard = new ArrayList<>();
        List<Handled> others = new ArrayList<>();
        for (Waiting message : all) {
            long id = message.id();
            if (provider == null || !provider.name().equals(message.provider())) {
                throw new IllegalStateException("the provider " + message.provider() + " is not set up any more");
            }
            switch (read(provider, message.content())) {
                case Notice.Says says -> heard.add(new Heard(id, says.finding()));
                case Notice.AskAbout about -> others.add(askSoon(provider, about, id));
                case Notice.NotGenuine not -> others.add(new Handled(id, null, Verdict.NOT_GENUINE, not.why()));
            }
        }
        if (!heard.isEmpty()) {
            settlement.settle(Objects.requireNonNull(provider).name(), provider.test(), heard);
        }
        messages.handled(others, clock.instant());
    }

    private Handled askSoon(PaymentProvider provider, Notice.AskAbout about, long message) {
        Payment payment = payments.byProviderReference(provider.name(), about.providerReference());
        if (payment == null) {
            return new Handled(message, null, Verdict.FOREIGN, "unknown reference");
        }
        payments.askAt(payment.id(), clock.instant());
        return new Handled(message, payment.id(), Verdict.ASKED, "");
    }

    private static Notice read(PaymentProvider provider, String content) {
        return provider.read(new RawNotice(FormText.read(content), content));
    }
}
