package fr.opalconnect.payment;

import fr.opalconnect.ui.Mistakes;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The refunds.
///
/// @param wrong the one whose form came back with a mistake
record RefundsView(List<Refunds.Line> lines, @Nullable UUID wrong, Mistakes mistakes, DeskTodo todo) {
    List<Refunds.Line> open() {
        return lines.stream()
                .filter(line -> line.refund().state() == Refund.State.PREPARED)
                .toList();
    }

    List<Refunds.Line> ended() {
        return lines.stream()
                .filter(line -> line.refund().state() != Refund.State.PREPARED)
                .toList();
    }
}
