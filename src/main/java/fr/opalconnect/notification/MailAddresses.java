package fr.opalconnect.notification;

import fr.opalconnect.platform.MailReturns;
import fr.opalconnect.platform.Secrets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// At which addresses mail comes back. Nothing more is sent there until the address is another one, or somebody at the
/// desk says that it is right after all.
@Component
public class MailAddresses implements MailReturns {
    private static final Logger LOG = LoggerFactory.getLogger(MailAddresses.class);

    /// RFC 3463: for good (5), because of the address (1), the mailbox (2), the way there (4), or unsaid (0). What is
    /// wrong with our server, our protocol or our letter (3, 5, 6, 7) is no fault of the tenant's address: one
    /// blacklist would otherwise mark them all.
    private static final Pattern MARKS = Pattern.compile("5\\.[0124]\\.[0-9]{1,3}");

    /// How mail comes back from an address.
    ///
    /// @param status of RFC 3463: `5.1.1` is an unknown mailbox
    public record Returned(String status, Instant at) {
        /// `unknown`, `full` or `other`: what texts say of it.
        public String kind() {
            return switch (status) {
                case "5.2.2" -> "full";
                case "5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1", "5.4.4" -> "unknown";
                default -> "other";
            };
        }
    }

    private final AddressTable table;
    private final Secrets secrets;
    private final InstantSource clock;

    MailAddresses(AddressTable table, Secrets secrets, InstantSource clock) {
        this.table = table;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// @return null when mail arrives there, as far as is known, or when there is no address
    public @Nullable Returned returned(@Nullable String address) {
        return address == null || address.isBlank() ? null : table.find(hash(address));
    }

    @Override
    public boolean comeBackFrom(@Nullable String address) {
        return returned(address) != null;
    }

    /// Mail to that address came back.
    ///
    /// @param status of RFC 3463
    /// @return whether nothing more is sent there
    boolean bounced(String address, String status) {
        if (!MARKS.matcher(status).matches()) {
            LOG.warn("An e-mail came back with {}: not because of its address", status);
            return false;
        }
        table.mark(hash(address), status, clock.instant());
        return true;
    }

    /// Somebody knows that the address is right: it is tried again.
    public void clear(@Nullable String address) {
        if (address != null) {
            table.clear(hash(address));
        }
    }

    private byte[] hash(String address) {
        return secrets.mac("notification.address", address.strip().toLowerCase(Locale.ROOT));
    }
}
