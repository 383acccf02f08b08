package fr.opalconnect.debit;

import fr.opalconnect.account.NoticeDebits;
import fr.opalconnect.kernel.LeaseNumber;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    @Override
    public @Nullable Integer dayOf(LeaseNumber lease) {
        return mandates.of(List.of(lease)).stream()
                .filter(mandate -> mandate.state() == MandateState.ACTIVE || mandate.state() == MandateState.SUSPENDED)
                .map(Mandate::day)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Set<String> leftOut(Map<String, LeaseNumber> notices) {
        return notices.isEmpty() ? Set.of() : mandates.leftOut(notices);
    }
}
