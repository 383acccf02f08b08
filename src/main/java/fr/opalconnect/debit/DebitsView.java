package fr.opalconnect.debit;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.ui.Tone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The collections of the agencies of who looks.
///
/// @param signed     their mandates
/// @param mayApprove whether who looks may leave out, approve, and take files away
record DebitsView(
        List<DirectDebit> debits,
        Map<UUID, Mandate> signed,
        List<BankFile> files,
        boolean offered,
        String version,
        boolean mayApprove,
        LocalDate today,
        Said said) {
    /// What was just done.
    ///
    /// @param textKey null when nothing was
    record Said(@Nullable String textKey, Tone tone) {
        static final Said NOTHING = new Said(null, Tone.GOOD);
    }

    /// The collections of one day.
    record Day(LocalDate on, List<DirectDebit> debits) {
        long announced() {
            return debits.stream()
                    .filter(debit -> debit.state() == DebitState.ANNOUNCED)
                    .count();
        }

        /// Of what leaves: without what was left out or came back.
        Money sum() {
            return debits.stream()
                    .filter(debit -> debit.state() == DebitState.ANNOUNCED || debit.state() == DebitState.SENT)
                    .map(DirectDebit::amount)
                    .reduce(Money.ZERO, Money::plus);
        }
    }

    /// Those that are still to leave first, the earliest before; then those behind us, the latest before.
    List<Day> days() {
        Map<LocalDate, List<DirectDebit>> byDay = new TreeMap<>();
        debits.forEach(debit ->
                byDay.computeIfAbsent(debit.dueOn(), first -> new ArrayList<>()).add(debit));
        List<Day> days = byDay.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
        List<Day> ordered = new ArrayList<>(
                days.stream().filter(day -> !day.on().isBefore(today)).toList());
        ordered.addAll(
                days.stream().filter(day -> day.on().isBefore(today)).toList().reversed());
        return ordered;
    }

    boolean mayApprove(Day day) {
        return mayApprove && day.announced() > 0 && day.on().isAfter(today);
    }

    Mandate mandate(DirectDebit debit) {
        return Objects.requireNonNull(signed.get(debit.mandate()), "each collection has its mandate");
    }

    BankAccount account(DirectDebit debit) {
        return mandate(debit).accountOn(debit.dueOn());
    }

    static String textKey(DebitState state) {
        return "debit.desk.fate." + state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Tone tone(DebitState state) {
        return switch (state) {
            case ANNOUNCED -> Tone.WARN;
            case LEFT_OUT -> Tone.PLAIN;
            case SENT -> Tone.GOOD;
            case RETURNED -> Tone.BAD;
        };
    }

    /// What the office said when it left one out, or null.
    static @Nullable String words(DirectDebit debit) {
        String detail = debit.detail();
        return debit.state() == DebitState.LEFT_OUT && detail != null && detail.contains(": ")
                ? detail.substring(detail.indexOf(": ") + 2)
                : null;
    }
}
