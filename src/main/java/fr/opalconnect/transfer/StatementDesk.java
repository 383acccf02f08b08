package fr.opalconnect.transfer;

import fr.opalconnect.account.ComingPayments;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.tenancy.Payers;
import fr.opalconnect.tenancy.Payers.Payer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the office sees of the statements. They tell of tenants of every agency: for who does not see all of them,
/// there is nothing here.
@Component
class StatementDesk {
    private static final int MOST_OPEN = 200;

    private final StatementTable statements;
    private final LineTable lines;
    private final MatchTable matches;
    private final Payers payers;
    private final ComingPayments coming;

    StatementDesk(
            StatementTable statements, LineTable lines, MatchTable matches, Payers payers, ComingPayments coming) {
        this.statements = statements;
        this.lines = lines;
        this.matches = matches;
        this.payers = payers;
        this.coming = coming;
    }

    /// Lines with what is to be said of them.
    ///
    /// @param names  of the holders, by lease
    /// @param posted matches that the ERP has posted
    record Shown(List<Line> lines, Map<LeaseNumber, List<Payer>> names, Set<UUID> posted) {
        Shown {
            lines = List.copyOf(lines);
        }

        /// `Nadia Benali`, or `Martine Marchand, Jean-Pierre Marchand`
        String holders(LeaseNumber lease) {
            return names.getOrDefault(lease, List.of()).stream()
                    .map(Payer::fullName)
                    .distinct()
                    .collect(Collectors.joining(", "));
        }

        /// Whose file to open; null when nobody holds it any more.
        @Nullable
        String tenant(LeaseNumber lease) {
            List<Payer> found = names.getOrDefault(lease, List.of());
            return found.isEmpty() ? null : found.getFirst().tenant().value();
        }

        boolean isPosted(Line line) {
            Line.Match match = line.match();
            return match != null && posted.contains(match.id());
        }
    }

    List<StatementTable.Row> latest(SignedInStaff who) {
        return who.seesAllAgencies() ? statements.latest() : List.of();
    }

    int countOpen(SignedInStaff who) {
        return who.seesAllAgencies() ? lines.countOpen() : 0;
    }

    Shown open(SignedInStaff who) {
        return shown(who, who.seesAllAgencies() ? lines.open(MOST_OPEN) : List.of());
    }

    StatementTable.@Nullable Row find(SignedInStaff who, UUID statement) {
        return who.seesAllAgencies() ? statements.find(statement) : null;
    }

    Shown linesOf(SignedInStaff who, UUID statement) {
        return shown(who, who.seesAllAgencies() ? lines.of(statement) : List.of());
    }

    /// One line; nothing in it when there is no such line.
    Shown line(SignedInStaff who, UUID id) {
        Line line = who.seesAllAgencies() ? lines.find(id) : null;
        return shown(who, line == null ? List.of() : List.of(line));
    }

    List<Line.Step> steps(SignedInStaff who, UUID line) {
        return who.seesAllAgencies() ? matches.steps(line) : List.of();
    }

    private Shown shown(SignedInStaff who, List<Line> all) {
        Set<LeaseNumber> leases = all.stream()
                .flatMap(line -> Stream.of(
                        line.proposal(),
                        line.match() == null ? null : line.match().lease()))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
        Collection<UUID> given = all.stream()
                .map(Line::match)
                .filter(Objects::nonNull)
                .map(match -> Objects.requireNonNull(match).id())
                .toList();
        return new Shown(
                all,
                payers.of(who, leases).stream().collect(Collectors.groupingBy(Payer::lease)),
                given.isEmpty() ? Set.of() : coming.posted(given).keySet());
    }
}
