package fr.opalconnect.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/// The rent account of one lease while its story is told, entry by entry, in the order of time. What lies before the
/// package's first day only moves the balance; what lies after the day of the export has not happened.
final class LeaseBook {
    private final OpenPackage out;
    private final Row.Lease lease;
    private final BillingCalendar calendar;
    private final Night night;
    private final String stem;
    private long balance;
    private int written;
    private boolean begun;
    private @Nullable YearMonth month;
    private int inMonth;

    LeaseBook(OpenPackage out, Row.Lease lease, BillingCalendar calendar, Night night) {
        this.out = out;
        this.lease = lease;
        this.calendar = calendar;
        this.night = night;
        this.stem = lease.number().substring(1);
    }

    /// In cents; positive is owed.
    long balance() {
        return balance;
    }

    Row.Lease lease() {
        return lease;
    }

    BillingCalendar calendar() {
        return calendar;
    }

    /// An entry that no notice calls.
    ///
    /// @param amount debit positive
    void post(Nature nature, String label, LocalDate on, long amount) {
        post(nature, label, on, amount, null);
    }

    /// @return the entry's id
    String pay(LocalDate on, long amount, PaymentMethod method) {
        return post(Nature.PAIEMENT, method.label, on, -amount, null);
    }

    /// The bank returns a direct debit.
    void bounce(LocalDate on, long amount, String payment) {
        post(Nature.REJET_PRELEVEMENT, "Prélèvement rejeté : provision insuffisante", on, amount, payment);
    }

    private String post(Nature nature, String label, LocalDate on, long amount, @Nullable String reverses) {
        YearMonth now = YearMonth.from(on);
        inMonth = now.equals(month) ? inMonth + 1 : 1;
        month = now;
        String id = id(now, "P" + inMonth);
        if (amount != 0) {
            write(uncalled(id, nature, label, now, on, amount, reverses));
        }
        return id;
    }

    /// A billing run reaches this lease.
    ///
    /// @param part   of the month that is charged
    /// @param extras what only this notice has
    void notice(YearMonth run, Tariff tariff, double part, TermExtras extras) {
        LocalDate issued = calendar.issued(run);
        if (issued.isAfter(calendar.asOf())) {
            return;
        }
        boolean inPackage = !issued.isBefore(calendar.from());
        if (inPackage) {
            begin();
        }
        long before = balance;
        Called called = new Called(run);
        tariff.lines(called.period, part, called);
        extras.lines(called);
        if (inPackage) {
            boolean redated = night.touches();
            LocalDate date = redated ? issued.minusDays(1) : issued;
            long total = balance - before;
            out.put(new Row.Notice(called.id, lease.number(), called.period, date, called.due, before, total), redated);
        }
    }

    /// Takes the lines of one notice.
    private final class Called implements ObjLongConsumer<Nature> {
        private final YearMonth run;
        private final YearMonth period;
        private final LocalDate issued;
        private final LocalDate due;
        private final String edition;
        private final String id;
        private int line;

        Called(YearMonth run) {
            this.run = run;
            this.period = lease.inAdvance() ? run.plusMonths(1) : run;
            this.issued = calendar.issued(run);
            this.due = BillingCalendar.due(run, lease.dueDay());
            // What was billed early will be billed on another day tomorrow, and an entry never changes: so other ids.
            this.edition = calendar.isEarly(run) ? "d" + issued.getDayOfMonth() + "-" : "";
            this.id = id(run, edition + "A");
        }

        @Override
        public void accept(Nature nature, long amount) {
            if (amount != 0) {
                boolean debited = lease.method() == PaymentMethod.PRELEVEMENT;
                write(new Row.Entry(
                        LeaseBook.this.id(run, edition + ++line),
                        lease.number(),
                        id,
                        nature,
                        nature.label(),
                        period,
                        issued,
                        due,
                        amount,
                        debited,
                        null,
                        null));
            }
        }
    }

    /// Whatever happens to the account in the night after the export.
    void endOfStory() {
        begin();
        night.add(this, written);
    }

    /// An entry of the night after, which is therefore new.
    void postAtNight(Nature nature, String label, long amount, int number) {
        begin();
        LocalDate on = calendar.asOf().plusDays(1);
        YearMonth now = YearMonth.from(on);
        balance += amount;
        out.put(uncalled(id(now, "N" + number), nature, label, now, on, amount, null), true);
    }

    private void write(Row.Entry entry) {
        if (entry.operation().isAfter(calendar.asOf())) {
            return;
        }
        if (!entry.operation().isBefore(calendar.from())) {
            begin();
            out.put(entry);
            written++;
        }
        balance += entry.amount();
    }

    /// The first line of a history that is older than the package; none when nothing was open.
    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        LocalDate from = calendar.from();
        if (lease.starts().isBefore(from) && balance != 0) {
            String id = id(calendar.first(), "S");
            String label = "Solde antérieur au " + from;
            out.put(uncalled(id, Nature.SOLDE_ANTERIEUR, label, null, from, balance, null));
            written++;
        }
    }

    private Row.Entry uncalled(
            String id,
            Nature nature,
            String label,
            @Nullable YearMonth period,
            LocalDate on,
            long amount,
            @Nullable String reverses) {
        String reference = nature == Nature.PAIEMENT ? "R" + id : null;
        return new Row.Entry(
                id, lease.number(), null, nature, label, period, on, null, amount, false, reverses, reference);
    }

    /// `0100010-1-2611-P1`: the lease, the month, what.
    private String id(YearMonth run, String what) {
        int month = (run.getYear() % 100) * 100 + run.getMonthValue();
        return stem + '-' + (month < 1000 ? "0" : "") + month + '-' + what;
    }
}
