package fr.opalconnect.conversation;

import fr.opalconnect.landlord.Agency;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Texts;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The notice to quit as a letter. It is in French in any language of the page: it goes to the landlord.
///
/// @param agency where it goes; null for the landlord
/// @param reason the code of the choice: three months, or the case of the law for one
/// @param leaves when the tenant would like to leave, as typed; may be empty
record NoticeLetterView(
        Texts french,
        Tenancy tenancy,
        HeldLease lease,
        @Nullable Agency agency,
        String reason,
        String leaves,
        LocalDate today) {
    boolean isThreeMonths() {
        return reason.equals("trois-mois");
    }
}
