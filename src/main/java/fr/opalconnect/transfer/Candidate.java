package fr.opalconnect.transfer;

import fr.opalconnect.kernel.LeaseNumber;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A lease that a transfer may be for, and why.
record Candidate(LeaseNumber lease, Set<Clue> clues) {
    private static final Set<Clue> REFERENCES = EnumSet.of(Clue.REFERENCE, Clue.REFERENCE_IN_TEXT);

    /// Each may be wrong by itself: a slip makes another number, a family shares an account.
    private static final Set<Clue> STRONG = EnumSet.of(Clue.MISPRINT, Clue.NUMBER, Clue.ACCOUNT);

    Candidate {
        clues = Set.copyOf(clues);
    }

    /// The reference itself; or two things that do not depend on each other.
    boolean isSure() {
        if (clues.stream().anyMatch(REFERENCES::contains)) {
            return true;
        }
        long strong = clues.stream().filter(STRONG::contains).count();
        return strong >= 2 || (strong == 1 && clues.contains(Clue.NAME));
    }

    /// The one that a transfer is for beyond doubt; null when there is none, or two. A reference outweighs all else:
    /// who pays for somebody else writes theirs.
    static @Nullable Candidate sure(Collection<Candidate> all) {
        List<Candidate> referred = all.stream()
                .filter(each -> each.clues.stream().anyMatch(REFERENCES::contains))
                .toList();
        List<Candidate> sure =
                referred.isEmpty() ? all.stream().filter(Candidate::isSure).toList() : referred;
        return sure.size() == 1 ? sure.getFirst() : null;
    }

    /// The likeliest first.
    static List<Candidate> inOrder(Collection<Candidate> all) {
        return all.stream()
                .sorted(Comparator.comparingInt(Candidate::weight).reversed().thenComparing(each -> each.lease.value()))
                .toList();
    }

    private int weight() {
        return clues.stream().mapToInt(Clue::weight).sum();
    }
}
