package fr.opalconnect.transfer;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.transfer.CamtFile.Booking;
import fr.opalconnect.transfer.CamtRefusal.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes the bank's files: whole or not at all, each thing once, however often it is told.
@Component
class Statements {
    private final StatementTable statements;
    private final LineTable lines;
    private final LineKeys keys;
    private final Clues clues;
    private final Matches matches;
    private final Around around;

    /// What is around it.
    @Component
    record Around(
            TransferSettings settings,
            Matches.Clock clock,
            Audit audit,
            TransactionTemplate transactions,
            Reversals reversals) {}

    Statements(StatementTable statements, LineTable lines, LineKeys keys, Clues clues, Matches matches, Around around) {
        this.statements = statements;
        this.lines = lines;
        this.keys = keys;
        this.clues = clues;
        this.matches = matches;
        this.around = around;
    }

    /// @param name as its sender calls the file
    Taken take(SignedInStaff who, String name, byte[] bytes) {
        try {
            CamtFile file = CamtReader.read(bytes);
            for (CamtFile.Statement statement : file.statements()) {
                if (!around.settings().isOurs(statement.account())) {
                    throw new CamtRefusal(Reason.ACCOUNT, statement.id());
                }
            }
            return around.transactions().execute(status -> {
                Taken taken = store(who, name, bytes, file);
                if (taken instanceof Taken.Refused) {
                    status.setRollbackOnly();
                }
                return taken;
            });
        } catch (CamtRefusal refusal) {
            return new Taken.Refused(refusal.reason, refusal.values);
        }
    }

    private Taken store(SignedInStaff who, String name, byte[] bytes, CamtFile file) {
        statements.oneAtATime();
        byte[] sha256 = LineKeys.sha256(bytes);
        var before = statements.takenAt(sha256);
        if (before != null) {
            return new Taken.Before(before);
        }
        UUID fileId = Ids.next(around.clock().source());
        statements.addFile(fileId, sha256, name, file, around.clock().now(), who.name());
        Taken.Read sum = new Taken.Read(0, 0, 0, 0, 0, 0);
        for (CamtFile.Statement statement : file.statements()) {
            byte[] account = keys.account(statement.account());
            byte[] content = LineKeys.content(statement);
            Boolean same = statements.sameAsBefore(account, statement, content);
            if (same == null) {
                UUID id = Ids.next(around.clock().source());
                statements.add(id, fileId, statement, account, content);
                sum = add(sum, store(who, id, statement));
            } else if (same) {
                sum = add(sum, new Taken.Read(0, 1, 0, 0, 0, 0));
            } else {
                return new Taken.Refused(Reason.CHANGED, List.of(statement.id()));
            }
        }
        around.audit().note(who.actor(), "statement read", fileId.toString());
        return sum;
    }

    private Taken.Read store(SignedInStaff who, UUID id, CamtFile.Statement statement) {
        Map<String, Integer> times = new HashMap<>();
        int place = 0;
        int known = 0;
        int matched = 0;
        int open = 0;
        for (Booking booking : statement.bookings()) {
            place++;
            LineTable.Keys lineKeys = keys.of(id, place, statement, booking, times);
            if (lines.isTold(lineKeys.told())) {
                known++;
                continue;
            }
            LineState state = store(who, id, place, statement, booking, lineKeys);
            matched += state == LineState.MATCHED ? 1 : 0;
            open += state == LineState.OPEN ? 1 : 0;
        }
        statements.known(id, known);
        return new Taken.Read(1, 0, place - known, matched, open, known);
    }

    private LineState store(
            SignedInStaff who,
            UUID statementId,
            int place,
            CamtFile.Statement statement,
            Booking booking,
            LineTable.Keys lineKeys) {
        LineKind kind = LineKind.of(booking, around.settings());
        boolean doubt = !kind.isLeftAside() && lines.hasTwin(statementId, statement.booked(), booking, lineKeys.twin());
        List<Candidate> found = kind == LineKind.TRANSFER ? clues.of(who, booking, lineKeys.debtor()) : List.of();
        Candidate sure = doubt ? null : Candidate.sure(found);
        LeaseNumber lease = sure == null ? null : sure.lease();
        Candidate shown = sure != null ? sure : found.isEmpty() ? null : found.getFirst();
        // Whom the landlord pays is none of this house's business: only the sum is kept.
        boolean gone = kind == LineKind.OUTGOING || booking.amount().compareTo(Money.ZERO) <= 0;
        Line line = new Line(
                Ids.next(around.clock().source()),
                statementId,
                kind,
                lease != null ? LineState.MATCHED : kind.isLeftAside() ? LineState.ASIDE : LineState.OPEN,
                booking.bookedOn(),
                booking.valueOn(),
                booking.amount(),
                booking.transactions(),
                booking.bankReference(),
                gone ? null : booking.reference(),
                gone && kind == LineKind.OUTGOING ? "" : booking.text(),
                gone ? null : booking.debtor(),
                shown == null ? null : shown.lease(),
                shown == null ? List.of() : shown.clues().stream().sorted().toList(),
                doubt,
                null,
                null,
                null);
        lines.add(line, place, gone ? null : booking.endToEnd(), lineKeys);
        matches.begin(who, line, lease);
        return around.reversals().begin(who, line, booking, lineKeys.debtor()) ? LineState.ASIDE : line.state();
    }

    private static Taken.Read add(Taken.Read a, Taken.Read b) {
        return new Taken.Read(
                a.statements() + b.statements(),
                a.before() + b.before(),
                a.lines() + b.lines(),
                a.matched() + b.matched(),
                a.open() + b.open(),
                a.known() + b.known());
    }
}
