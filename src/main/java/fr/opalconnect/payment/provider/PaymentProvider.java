package fr.opalconnect.payment.provider;

import fr.opalconnect.kernel.Money;
import java.net.URI;
import java.time.Duration;

/// Takes money from cards, on pages of its own: nothing of a card ever comes here.
///
/// What a provider says of one payment may come twice, late, in any order, or not at all; after [Outcome#REFUSED],
/// [Outcome#ABANDONED] and [Outcome#EXPIRED] a [Outcome#PAID] may still come, for its page lets people try again.
public interface PaymentProvider {
    /// `lyra`, `payfip`, `sandbox`: stored with each payment, and part of the address of its notifications.
    String name();

    /// True when no real money moves. A finding of the other mode changes nothing.
    boolean test();

    /// The most and the least that it takes at once are asked here before somebody is sent there.
    boolean takes(Money amount);

    /// Where its page is, `https://secure.payzen.eu`: the only other place where our forms may lead; `null` host for
    /// our own.
    URI origin();

    /// Announces the payment where the provider wants that (a call over the network, up to ten seconds: no
    /// transaction is open meanwhile), and says where the browser goes.
    Begun begin(Order order);

    /// What a notification says. Nothing is asked, nothing is changed: the same notice always reads the same.
    Notice read(RawNotice raw);

    /// The plain text that the provider expects in return.
    String answer(Notice notice);

    /// What the provider knows of the payment: a call over the network.
    ///
    /// @param providerReference from [Begun.Ready]; empty when that was never learnt
    Asked ask(Order order, String providerReference);

    /// False when it has no means to be asked: then only its notifications tell.
    boolean canBeAsked();

    /// How long its page can be used: after that, a payment that it does not know of will not be made any more.
    Duration pageLives();
}
