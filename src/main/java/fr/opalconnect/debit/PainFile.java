package fr.opalconnect.debit;

import fr.opalconnect.kernel.Iban;
import fr.opalconnect.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a pain.008 says: collections of one day, in a block for each sequence.
///
/// @param messageId unique for ever
/// @param dueOn     the day of all of them
record PainFile(DebitSettings settings, String messageId, Instant madeAt, LocalDate dueOn, List<Line> lines) {
    PainFile {
        lines = List.copyOf(lines);
    }

    /// One collection.
    ///
    /// @param rum      the mandate's reference, signed on that day
    /// @param debtor   the account's holder
    /// @param amended  whether it is the first from another account than the mandate's collections before
    /// @param words    what the tenant reads on the bank's statement
    record Line(
            UUID id,
            String reference,
            Money amount,
            Sequence sequence,
            String rum,
            LocalDate signedOn,
            String debtor,
            String address,
            Iban iban,
            boolean amended,
            String words) {}

    /// The collections of one sequence.
    ///
    /// @param id PmtInfId, unique for ever
    record Block(String id, Sequence sequence, List<Line> lines) {
        Money sum() {
            return PainFile.sum(lines);
        }
    }

    List<Block> blocks() {
        Map<Sequence, List<Line>> bySequence = new EnumMap<>(Sequence.class);
        lines.forEach(line -> bySequence
                .computeIfAbsent(line.sequence(), first -> new ArrayList<>())
                .add(line));
        return bySequence.entrySet().stream()
                .map(block -> new Block(blockId(block.getKey()), block.getKey(), block.getValue()))
                .toList();
    }

    String blockId(Sequence sequence) {
        return messageId + "-" + sequence;
    }

    Money sum() {
        return sum(lines);
    }

    String createdAt() {
        return madeAt.atOffset(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS)
                .toLocalDateTime()
                .withNano(0)
                .toString()
                .replaceFirst("T([0-9]{2}:[0-9]{2})$", "T$1:00");
    }

    private static Money sum(List<Line> lines) {
        return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }
}
