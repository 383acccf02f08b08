package fr.opalconnect.payment;

import fr.opalconnect.payment.provider.PayFipAccount;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who takes cards for this landlord: `opal.payment.*`.
///
/// @param provider  which one; with NONE nobody can pay by card
/// @param lyra      the shop, when it is LYRA
/// @param payfip    the account, when it is PAYFIP
/// @param sandboxLateAfter how long the sandbox bank keeps us waiting when it is told to answer late
@ConfigurationProperties("opal.payment")
record ProviderSettings(
        @DefaultValue("NONE") Provider provider,
        @Nullable Lyra lyra,
        @Nullable Payfip payfip,
        @DefaultValue("30s") Duration sandboxLateAfter) {
    enum Provider {
        NONE,
        LYRA,
        PAYFIP,
        SANDBOX
    }

    enum Mode {
        TEST,
        PRODUCTION
    }

    enum Algorithm {
        HMAC_SHA_256,
        SHA_1
    }

    /// @param mode that the key is of: whoever forgets it would take no real money, or too early
    record Lyra(
            @DefaultValue("https://secure.payzen.eu/vads-payment/")
            URI page,

            @DefaultValue("") String site,
            @Nullable Mode mode,
            @DefaultValue("HMAC_SHA_256") Algorithm algorithm,
            @DefaultValue("") String key,

            @DefaultValue("https://api.payzen.eu/api-payment/V4")
            URI restEndpoint,

            @DefaultValue("") String restPassword) {
        /// Without the keys.
        @Override
        public String toString() {
            return "Lyra[" + site + ", " + mode + "]";
        }
    }

    /// @param email of the landlord, for tenants who have none
    record Payfip(
            @DefaultValue("https://www.payfip.gouv.fr/tpa/services/securite")
            URI service,

            @DefaultValue("https://www.payfip.gouv.fr/tpa/paiementws.web")
            URI page,

            @DefaultValue("") String client,
            PayFipAccount.@Nullable Mode mode,
            @DefaultValue("") String email) {}
}
