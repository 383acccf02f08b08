package fr.opalconnect.transfer;

import fr.opalconnect.account.PaymentSlips;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.ui.QrCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a rent notice says of paying it by transfer.
@Component
class SlipsOfNotices implements PaymentSlips {
    /// A module's side in the picture.
    private static final int DOTS = 4;

    private final ReferenceTable references;
    private final TransferSettings settings;

    SlipsOfNotices(ReferenceTable references, TransferSettings settings) {
        this.references = references;
        this.settings = settings;
    }

    @Override
    public @Nullable Slip of(LeaseNumber lease, Money amount) {
        Reference reference = settings.isOffered() ? references.of(lease) : null;
        return reference == null
                ? null
                : new Slip(
                        settings.name(),
                        settings.groupedIban(),
                        reference.grouped(),
                        QrCode.picture(EpcCode.text(settings, reference, amount), DOTS));
    }
}
