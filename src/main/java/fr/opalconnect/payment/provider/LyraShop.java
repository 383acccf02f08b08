package fr.opalconnect.payment.provider;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What Lyra (PayZen, Systempay, Sogecommerce, Scellius …) gives a customer.
///
/// @param page where people pay, `https://secure.payzen.eu/vads-payment/`
/// @param site the shop's number, eight digits
/// @param test the shop's key and its mode: TEST or PRODUCTION
/// @param sha1 signatures of an old shop
/// @param key  of that mode
/// @param rest the means to ask, if any
public record LyraShop(
        URI page,
        String site,
        boolean test,
        boolean sha1,
        String key,
        @Nullable Rest rest) {
    /// @param endpoint `https://api.payzen.eu/api-payment/V4`
    public record Rest(URI endpoint, String password) {
        /// Without the password.
        @Override
        public String toString() {
            return "Rest[" + endpoint + "]";
        }
    }

    /// Without the key.
    @Override
    public String toString() {
        return "LyraShop[" + site + ", " + mode() + "]";
    }

    String mode() {
        return test ? "TEST" : "PRODUCTION";
    }
}
