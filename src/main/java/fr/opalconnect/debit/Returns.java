package fr.opalconnect.debit;

import fr.opalconnect.debit.ReturnTable.Fate;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.Ids;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes a bank's file of returns: all of it in one transaction, or nothing; the same one twice changes nothing.
@Component
class Returns {
    /// What came of a file.
    sealed interface Ending {
        /// @param given how many collections came back with it
        /// @param other how many lines changed nothing, and wait for somebody to look
        record Taken(int given, int other) implements Ending {}

        record KnownAlready() implements Ending {}

        /// @param textKey why, in the message bundle
        record Refused(String textKey) implements Ending {}
    }

    private final ReturnTable table;
    private final DirectDebitTable debitTable;
    private final DirectDebits debits;
    private final Mandates mandates;
    private final Audit audit;
    private final InstantSource clock;

    Returns(
            ReturnTable table,
            DirectDebitTable debitTable,
            DirectDebits debits,
            Mandates mandates,
            Audit audit,
            InstantSource clock) {
        this.table = table;
        this.debitTable = debitTable;
        this.debits = debits;
        this.mandates = mandates;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Ending take(SignedInStaff who, String name, byte[] bytes) {
        return switch (ReturnReader.read(bytes)) {
            case ReturnReader.Read.Refused refused -> new Ending.Refused(refused.textKey());
            case ReturnReader.Read.Right right -> take(who, name, BankFiles.sha256(bytes), right);
        };
    }

    private Ending take(SignedInStaff who, String name, String sha256, ReturnReader.Read.Right read) {
        if (read.lines().isEmpty()) {
            return new Ending.Refused("debit.returns.refused.empty");
        }
        ReturnTable.ReturnFile file =
                new ReturnTable.ReturnFile(Ids.next(clock), name, read.form(), clock.instant(), who.name());
        if (!table.add(file, sha256, who)) {
            return new Ending.KnownAlready();
        }
        Count count = new Count(file.id());
        for (ReturnReader.Line line : read.lines()) {
            List<DirectDebit> named = debitTable.lockNamed(line.names(), line.named());
            if (named.isEmpty()) {
                count.add(line, null, Fate.UNKNOWN);
            }
            for (DirectDebit debit : named) {
                count.add(line, debit, give(debit, line, who.actor()));
            }
        }
        audit.note(who.actor(), "took returns of direct debits", sha256.substring(0, 16));
        return new Ending.Taken(count.given, count.number - count.given);
    }

    private Fate give(DirectDebit debit, ReturnReader.Line line, String actor) {
        Money amount = line.amount();
        if (debit.state() == DebitState.RETURNED) {
            return Fate.KNOWN;
        }
        if (debit.state() != DebitState.SENT) {
            return Fate.UNKNOWN;
        }
        if (amount != null && !amount.equals(debit.amount())) {
            return Fate.DIFFERS;
        }
        debits.giveBack(debit, line.code(), actor);
        if (new ReturnReason(line.code()).stopsMandate()) {
            mandates.stop(debit.mandate(), line.code(), actor);
        }
        return Fate.TAKEN;
    }

    private final class Count {
        private final UUID file;
        private int number;
        private int given;

        Count(UUID file) {
            this.file = file;
        }

        void add(ReturnReader.Line line, @Nullable DirectDebit debit, Fate fate) {
            number++;
            if (fate == Fate.TAKEN) {
                given++;
            }
            table.addLine(
                    file,
                    number,
                    debit == null ? line.named() : debit.reference(),
                    line.code(),
                    line.amount() == null && debit != null ? debit.amount() : line.amount(),
                    debit == null ? null : debit.id(),
                    fate);
        }
    }
}
