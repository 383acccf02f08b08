package fr.opalconnect.account;

import fr.opalconnect.account.Statement.Line;
import fr.opalconnect.kernel.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A whole rent account as the ledger has it.
///
/// @param lines     in the order of its running balance, the oldest first
/// @param figuresAt from when the figures are; null before the first import
/// @param coming    what is on its way to it and not in the balance yet, the oldest first
public record AccountHistory(List<Line> lines, @Nullable Instant figuresAt, List<Coming> coming) {
    public AccountHistory {
        lines = List.copyOf(lines);
        coming = List.copyOf(coming);
    }

    public Money balance() {
        return lines.isEmpty() ? Money.ZERO : lines.getLast().balance();
    }

    /// The oldest first.
    public List<RentTerm> terms() {
        return RentTerm.of(lines);
    }

    /// What has happened since a term's last line.
    List<Line> since(RentTerm term) {
        return lines.subList(lines.indexOf(term.lines().getLast()) + 1, lines.size());
    }

    @Nullable
    Line find(String id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst().orElse(null);
    }
}
