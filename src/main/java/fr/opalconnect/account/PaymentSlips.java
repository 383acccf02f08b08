package fr.opalconnect.account;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import org.jspecify.annotations.Nullable;

/// How a notice can be paid by bank transfer, for those who print it. The module that takes transfers answers.
public interface PaymentSlips {
    /// What a tenant copies into the bank's form, or lets the code fill in.
    ///
    /// @param holder    of the landlord's account
    /// @param iban      in groups of four
    /// @param reference in groups of four
    /// @param code      the QR code as a PNG picture
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Slip(String holder, String iban, String reference, byte[] code) {}

    /// @param amount what to pay
    /// @return null when this landlord takes no transfers
    @Nullable
    Slip of(LeaseNumber lease, Money amount);
}
