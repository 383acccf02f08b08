package fr.opalconnect.payment;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.payment.PaymentBook.Entry;
import fr.opalconnect.ui.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The payments begun on a day.
///
/// @param state only these are listed; null for all
/// @param page  of the list, from 1
record DayView(LocalDate day, LocalDate today, @Nullable PaymentState state, int page, List<Entry> all, DeskTodo todo) {
    private static final int PAGE = 100;

    /// How many came how far.
    record StateSum(PaymentState state, int count, Money amount) {}

    static @Nullable PaymentState state(@Nullable String typed) {
        for (PaymentState state : PaymentState.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(typed)) {
                return state;
            }
        }
        return null;
    }

    List<StateSum> sums() {
        List<StateSum> sums = new ArrayList<>();
        for (PaymentState each : PaymentState.values()) {
            List<Entry> there = all.stream()
                    .filter(entry -> entry.payment().state() == each)
                    .toList();
            if (!there.isEmpty()) {
                sums.add(new StateSum(
                        each,
                        there.size(),
                        there.stream().map(entry -> entry.payment().amount()).reduce(Money.ZERO, Money::plus)));
            }
        }
        return sums;
    }

    private List<Entry> chosen() {
        return all.stream()
                .filter(entry -> state == null || entry.payment().state() == state)
                .toList();
    }

    List<Entry> shown() {
        return chosen().stream().skip((page - 1L) * PAGE).limit(PAGE).toList();
    }

    boolean hasMore() {
        return chosen().size() > (long) page * PAGE;
    }

    String href(LocalDate on, @Nullable PaymentState of, int at) {
        return DayPage.PATH + "?jour=" + on + (of == null ? "" : "&etat=" + key(of)) + (at == 1 ? "" : "&page=" + at);
    }

    static String key(PaymentState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /// `16 h 09`
    static String time(Texts t, Entry entry) {
        return t.time(entry.payment().begunAt().atZone(Texts.ZONE));
    }
}
