package fr.opalconnect.notification;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How text messages go out: `opal.sms.*`.
///
/// @param gateway        which way, when there is only one; with NONE, accounts are activated with codes from the
///                       counter only
/// @param gateways       which ways, the first one first; instead of the one
/// @param countries      the calling codes that texts may go to: the landlord's tenants', no others, so that nobody can
///                       make money with messages to far places; the first is the landlord's own
/// @param resendAfter    how long a code of which nobody knows whether it was taken is waited for
/// @param leastDelivered the share of messages that a gateway must deliver
/// @param judgedOver     of how many of its last messages
/// @param sandboxRefused numbers that the sandbox does not take, as `+33600000000`
/// @param sandboxDelay   how long the sandbox takes to answer
/// @param sandboxReceipt how long the sandbox's phones take to get a message
/// @param ovh            the account, when OVH is among the gateways
/// @param smpp           the account, when SMPP is
@ConfigurationProperties("opal.sms")
record SmsSettings(
        @DefaultValue("NONE") Gateway gateway,
        @DefaultValue List<Gateway> gateways,

        @DefaultValue({"33", "262", "508", "590", "594", "596", "687", "689"})
        List<String> countries,

        @DefaultValue("20s") Duration resendAfter,
        @DefaultValue("0.5") double leastDelivered,
        @DefaultValue("50") int judgedOver,
        @DefaultValue Set<String> sandboxRefused,
        @DefaultValue("0ms") Duration sandboxDelay,
        @DefaultValue("700ms") Duration sandboxReceipt,
        @Nullable Ovh ovh,
        @Nullable SmppSettings smpp) {
    enum Gateway {
        NONE,
        SANDBOX,
        /// A second one that has no bad days, to show how it takes over.
        SANDBOX_RESERVE,
        OVH,
        SMPP
    }

    /// The first one first.
    List<Gateway> inOrder() {
        return (gateways.isEmpty() ? List.of(gateway) : gateways)
                .stream().filter(each -> each != Gateway.NONE).distinct().toList();
    }

    /// @param receipts whether it is asked what became of messages
    record Ovh(
            @DefaultValue("https://eu.api.ovh.com/1.0") URI endpoint,
            String service,
            String applicationKey,
            String applicationSecret,
            String consumerKey,
            @DefaultValue("true") boolean receipts) {
        /// Without the keys.
        @Override
        public String toString() {
            return "Ovh[" + service + "]";
        }
    }
}
