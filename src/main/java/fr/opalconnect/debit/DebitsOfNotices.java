package fr.opalconnect.debit;

import fr.opalconnect.account.NoticeDebits;
import fr.opalconnect.kernel.LeaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a rent notice says of its collection.
@Component
class DebitsOfNotices implements NoticeDebits {
    private final DirectDebitTable table;
    private final MandateTable mandates;

    DebitsOfNotices(DirectDebitTable table, MandateTable mandates) {
        this.table = table;
        this.mandates = mandates;
    }

    @Override
    public @Nullable Debit of(LeaseNumber lease, String noticeId) {
        DirectDebit debit = table.ofNotice(lease, noticeId);
        Mandate mandate = debit == null || debit.state() == DebitState.LEFT_OUT ? null : mandates.find(debit.mandate());
        return debit == null || mandate == null ? null : new Debit(debit.dueOn(), debit.amount(), mandate.rum());
    }
}
