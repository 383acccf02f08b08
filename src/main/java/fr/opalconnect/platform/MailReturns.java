package fr.opalconnect.platform;

import org.jspecify.annotations.Nullable;

/// Tells at which addresses our e-mails come back. The notification module knows and implements it, for those who lie
/// below it.
public interface MailReturns {
    /// @param address null for nobody's
    boolean comeBackFrom(@Nullable String address);
}
