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
/// @param gateway       which way; with NONE, accounts are activated with codes from the counter only
/// @param countries     the calling codes that texts may go to: the landlord's tenants', no others, so that nobody can
///                      make money with messages to far places
/// @param sandboxRefused numbers that the sandbox does not take, as `+33600000000`
/// @param sandboxDelay  how long the sandbox takes to answer
/// @param ovh           the account, when the gateway is OVH
@ConfigurationProperties("opal.sms")
record SmsSettings(
        @DefaultValue("NONE") Gateway gateway,

        @DefaultValue({"33", "262", "508", "590", "594", "596", "687", "689"})
        List<String> countries,

        @DefaultValue Set<String> sandboxRefused,
        @DefaultValue("0ms") Duration sandboxDelay,
        @Nullable Ovh ovh) {
    enum Gateway {
        NONE,
        SANDBOX,
        OVH
    }

    record Ovh(
            @DefaultValue("https://eu.api.ovh.com/1.0") URI endpoint,
            String service,
            String applicationKey,
            String applicationSecret,
            String consumerKey) {
        /// Without the keys.
        @Override
        public String toString() {
            return "Ovh[" + service + "]";
        }
    }
}
