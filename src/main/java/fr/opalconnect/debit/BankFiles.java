package fr.opalconnect.debit;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.ui.Texts;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts collections into a file for the bank, and keeps it.
@Component
class BankFiles {
    /// @param places where each collection stands in it
    record Made(BankFile file, Map<UUID, BankFile.Place> places) {
        BankFile.Place placeOf(UUID debit) {
            return Objects.requireNonNull(places.get(debit), "every collection was written");
        }
    }

    private final BankFileTable table;
    private final MandateTable mandates;
    private final DirectDebitTable debits;
    private final Vault vault;
    private final DebitSettings settings;
    private final InstantSource clock;

    BankFiles(
            BankFileTable table,
            MandateTable mandates,
            DirectDebitTable debits,
            Vault vault,
            DebitSettings settings,
            InstantSource clock) {
        this.table = table;
        this.mandates = mandates;
        this.debits = debits;
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
    }

    /// Part of the caller's transaction.
    ///
    /// @param amounts what is taken of each, by its id
    Made write(SignedInStaff who, LocalDate dueOn, List<DirectDebit> collected, Map<UUID, Money> amounts) {
        UUID id = Ids.next(clock);
        Instant now = clock.instant();
        Map<UUID, Mandate> signed = new HashMap<>();
        List<UUID> ids = collected.stream().map(DirectDebit::mandate).distinct().toList();
        mandates.ofAll(ids).forEach(mandate -> signed.put(mandate.id(), mandate));
        Map<UUID, DirectDebit> before = new HashMap<>();
        debits.lastSent(ids).forEach(debit -> before.put(debit.mandate(), debit));

        String messageId = "PRLV%s-%016x".formatted(dueOn.toString().replace("-", ""), id.getLeastSignificantBits());
        Map<UUID, BankFile.Place> places = new HashMap<>();
        List<PainFile.Line> lines = collected.stream()
                .map(debit -> {
                    Mandate mandate = Objects.requireNonNull(signed.get(debit.mandate()));
                    // Of two in one file only the first can be the first.
                    DirectDebit last = before.put(mandate.id(), debit);
                    BankAccount account = mandate.accountOn(debit.dueOn());
                    Sequence sequence = last == null && settings.first() ? Sequence.FRST : Sequence.RCUR;
                    places.put(debit.id(), new BankFile.Place(id, messageId + "-" + sequence, sequence, account.id()));
                    mandates.used(mandate.id(), debit.dueOn());
                    return line(
                            debit, Objects.requireNonNull(amounts.get(debit.id())), mandate, account, sequence, last);
                })
                .toList();
        PainFile content = new PainFile(settings, messageId, now, dueOn, lines);
        byte[] bytes = PainWriter.write(content);
        BankFile file = new BankFile(
                id,
                0,
                dueOn,
                settings.version().form(),
                messageId,
                now,
                who.name(),
                lines.size(),
                content.sum(),
                sha256(bytes),
                collected.stream()
                        .map(debit -> Objects.requireNonNullElse(debit.agency(), ""))
                        .distinct()
                        .sorted()
                        .toList());
        table.add(file, who, bytes);
        return new Made(file, places);
    }

    private PainFile.Line line(
            DirectDebit debit,
            Money amount,
            Mandate mandate,
            BankAccount account,
            Sequence sequence,
            @Nullable DirectDebit last) {
        boolean amended =
                last != null && last.account() != null && !account.id().equals(last.account());
        return new PainFile.Line(
                debit.id(),
                debit.reference(),
                amount,
                sequence,
                mandate.rum(),
                mandate.signedAt().atZone(Texts.ZONE).toLocalDate(),
                account.holder(),
                mandate.address(),
                vault.open(account),
                amended,
                "Loyer " + debit.lease().value() + " avis " + debit.notice());
    }

    /// The latest first, of the agencies of who asks.
    List<BankFile> of(SignedInStaff who) {
        return table.of(who);
    }

    @Nullable
    BankFile find(SignedInStaff who, UUID id) {
        return table.find(who, id);
    }

    /// @return its bytes, always the same
    byte[] content(BankFile file) {
        byte[] bytes = table.content(file);
        if (!sha256(bytes).equals(file.sha256())) {
            throw new IllegalStateException("the bank's file " + file.number() + " is not what it was");
        }
        return bytes;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every JDK", e);
        }
    }
}
