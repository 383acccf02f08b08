package fr.opalconnect.account;

import fr.opalconnect.account.Statement.Line;
import fr.opalconnect.account.Term.Received;
import fr.opalconnect.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells what was paid of each month. Payments settle the oldest debt first (article 1342-10 of the civil code), so
/// what is owed lies on the newest notices, as in [AccountOverview#months()]. A debt that a repayment plan took out of
/// the account is not paid: it lies on the newest months before the plan, until its instalments are called.
final class Terms {
    private final AccountBook book;
    /// The notices of each month, the newest month first.
    private final List<List<RentNotice>> months = new ArrayList<>();
    /// For each line the place of its notice's month, 0 the newest; -1 without a notice.
    private final int[] places;
    private final Map<String, Boolean> asks = new HashMap<>();

    Terms(AccountBook book) {
        this.book = book;
        Map<String, Integer> placeOf = new HashMap<>();
        for (RentNotice notice : book.notices()) {
            if (months.isEmpty() || !months.getLast().getFirst().period().equals(notice.period())) {
                months.add(new ArrayList<>());
            }
            months.getLast().add(notice);
            placeOf.put(notice.id(), months.size() - 1);
            asks.put(notice.id(), notice.monthTotal().isPositive());
        }
        places = book.lines().stream()
                .mapToInt(line -> line.noticeId() == null ? -1 : placeOf.getOrDefault(line.noticeId(), -1))
                .toArray();
    }

    /// The newest first.
    List<Term> all() {
        Money owed = atLeastNothing(book.balance());
        Planned plan = Planned.of(book.lines());
        Money planned = plan.waiting();
        List<Term> terms = new ArrayList<>();
        for (int place = 0; place < months.size(); place++) {
            List<RentNotice> notices = months.get(place);
            Money called = Money.ZERO;
            for (RentNotice notice : notices) {
                called = called.plus(atLeastNothing(notice.monthTotal()));
            }
            Money unpaid = owed.min(called);
            owed = owed.minus(unpaid);
            Money inPlan = plan.isAfter(notices.getLast().issuedOn()) ? planned.min(called.minus(unpaid)) : Money.ZERO;
            planned = planned.minus(inPlan);
            terms.add(term(place, notices, called, unpaid, inPlan));
        }
        return terms;
    }

    private Term term(int place, List<RentNotice> notices, Money called, Money unpaid, Money inPlan) {
        List<Line> own = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            if (places[i] == place) {
                own.add(book.lines().get(i));
            }
        }
        Trace trace = trace(place, called, notices.getLast().issuedOn());
        boolean settled = unpaid.isZero() && inPlan.isZero();
        Money paid = called.minus(unpaid).minus(inPlan);
        return new Term(
                notices.getFirst().period(),
                notices,
                own,
                called,
                unpaid,
                inPlan,
                settled ? trace.paidOn : null,
                trace.explains(paid) ? trace.received : List.of());
    }

    /// Follows the account line by line: how much of this month was open after each, and which line took it away.
    private Trace trace(int place, Money called, LocalDate issued) {
        Trace trace = new Trace(issued);
        long rest = 0;
        long asked = 0;
        long open = 0;
        boolean known = false;
        for (int i = 0; i < places.length; i++) {
            Line line = book.lines().get(i);
            boolean newer = places[i] >= 0 && places[i] < place && Boolean.TRUE.equals(asks.get(line.noticeId()));
            if (newer) {
                continue;
            }
            rest += line.amount().cents();
            if (places[i] == place) {
                known = true;
                asked += line.amount().cents();
            }
            long now = Math.clamp(rest, 0, Math.clamp(asked, 0, called.cents()));
            if (known && places[i] != place && now != open) {
                trace.add(line, Money.ofCents(open - now));
            }
            if (known && now == 0 && open > 0) {
                trace.paidOn = line.on();
            }
            open = now;
        }
        trace.advance(called.minus(Money.ofCents(open)));
        return trace;
    }

    /// What was found of one month.
    private static final class Trace {
        private final LocalDate issued;
        private final List<Received> received = new ArrayList<>();
        private LocalDate paidOn;

        Trace(LocalDate issued) {
            this.issued = issued;
            this.paidOn = issued;
        }

        void add(Line line, Money amount) {
            received.add(new Received(line.on(), line.kind(), line.label(), amount));
        }

        /// What no line since has brought stood on the account before.
        void advance(Money paid) {
            Money before = paid.minus(sum());
            if (!before.isZero()) {
                received.addFirst(new Received(issued, null, "", before));
            }
        }

        boolean explains(Money paid) {
            return sum().equals(paid) && received.stream().noneMatch(each -> each.kind() == EntryKind.PLAN_APUREMENT);
        }

        private Money sum() {
            return received.stream().map(Received::amount).reduce(Money.ZERO, Money::plus);
        }
    }

    /// What repayment plans took out of the account and have not called back.
    ///
    /// @param since the day of the latest plan; null without one
    private record Planned(Money waiting, @Nullable LocalDate since) {
        static Planned of(List<Line> lines) {
            Money waiting = Money.ZERO;
            LocalDate since = null;
            for (Line line : lines) {
                if (line.kind() == EntryKind.PLAN_APUREMENT) {
                    waiting = atLeastNothing(waiting.minus(line.amount()));
                    since = line.amount().isNegative() ? line.on() : since;
                } else if (line.kind() == EntryKind.ECHEANCE_PLAN) {
                    waiting = atLeastNothing(waiting.minus(line.amount()));
                }
            }
            return new Planned(waiting, since);
        }

        boolean isAfter(LocalDate day) {
            return since != null && since.isAfter(day);
        }
    }

    private static Money atLeastNothing(Money amount) {
        return amount.isNegative() ? Money.ZERO : amount;
    }
}
