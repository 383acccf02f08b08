package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.Phone;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A telephone number that the agency has put right. While it is open it stands in for what the ERP has.
///
/// @param mobile       E.164
/// @param former       what stood there before, as it was written
/// @param reason       what was answered when the agency was asked why
/// @param madeBy       the name of who made it, as it was then
/// @param exportNumber of the package that told the ERP; null until then
public record PhoneCorrection(
        UUID id,
        String mobile,
        @Nullable String former,
        String reason,
        Instant madeAt,
        String madeBy,
        State state,
        @Nullable Instant endedAt,
        @Nullable Long exportNumber) {
    public enum State {
        /// The ERP still says something else.
        OPEN,
        /// The ERP says the same.
        SETTLED,
        /// Another correction came after it.
        REPLACED,
        /// The ERP's number was taken back.
        DROPPED
    }

    public String national() {
        return new Phone(mobile, Phone.Kind.MOBILE).national();
    }

    /// The former number as people read it.
    public @Nullable String formerNational(String postcode) {
        Phone phone = Phone.parse(former, postcode);
        return phone == null ? former : phone.national();
    }
}
