package fr.opalconnect.conversation;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Closes what nobody came back to, when the time that was announced has come.
@Component
class Closing {
    private static final int AT_ONCE = 200;

    private final Shelves shelves;
    private final Register register;
    private final NextStep nextStep;
    private final TransactionTemplate transaction;

    Closing(Shelves shelves, Register register, NextStep nextStep, TransactionTemplate transaction) {
        this.shelves = shelves;
        this.register = register;
        this.nextStep = nextStep;
        this.transaction = transaction;
    }

    /// In short transactions, so that nobody who writes meanwhile waits for long.
    void closeDue() {
        while (Boolean.TRUE.equals(transaction.execute(status -> closeSome()))) {
            // some more
        }
    }

    private boolean closeSome() {
        List<Head> due = shelves.conversations().lockClosing(shelves.now(), AT_ONCE);
        due.forEach(head -> register.become(head, nextStep.moved(head, State.CLOSED), Author.CLOCK, null));
        return due.size() == AT_ONCE;
    }
}
