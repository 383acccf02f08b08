package fr.opalconnect.debit;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.ui.Texts;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What the office sees of collections: three round trips, however many there are.
@Component
class DebitBoard {
    /// What was collected lately stays in sight.
    private static final int DAYS_BACK = 40;

    private final DirectDebitTable debits;
    private final MandateTable mandates;
    private final BankFiles files;
    private final DebitSettings settings;
    private final InstantSource clock;

    DebitBoard(
            DirectDebitTable debits,
            MandateTable mandates,
            BankFiles files,
            DebitSettings settings,
            InstantSource clock) {
        this.debits = debits;
        this.mandates = mandates;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    DebitsView of(SignedInStaff who, DebitsView.Said said) {
        LocalDate today = clock.instant().atZone(Texts.ZONE).toLocalDate();
        List<DirectDebit> all = debits.from(who, today.minusDays(DAYS_BACK));
        Map<UUID, Mandate> signed = new HashMap<>();
        mandates.ofAll(all.stream().map(DirectDebit::mandate).distinct().toList())
                .forEach(mandate -> signed.put(mandate.id(), mandate));
        return new DebitsView(
                all,
                signed,
                files.of(who),
                settings.offered(),
                settings.version().form(),
                Approval.mayApprove(who),
                today,
                said);
    }
}
