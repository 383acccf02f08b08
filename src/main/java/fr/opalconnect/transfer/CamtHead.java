package fr.opalconnect.transfer;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.transfer.CamtRefusal.Reason;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a statement says of itself, and whether its entries bear it out: their number and their sum.
final class CamtHead {
    private CamtHead() {}

    static CamtFile.Statement statement(boolean booked, CamtElement head, CamtEntries entries) throws CamtRefusal {
        String id = head.text("Id");
        if (id == null) {
            throw new CamtRefusal(Reason.MISSING, "Id");
        }
        String account = head.text("Acct/Id/IBAN", "Acct/Id/Othr/Id");
        if (account == null) {
            throw new CamtRefusal(Reason.MISSING, "Acct/Id");
        }
        String currency = head.text("Acct/Ccy");
        if (currency != null && !currency.equals("EUR")) {
            throw new CamtRefusal(Reason.CURRENCY, currency);
        }
        LocalDate created = CamtValues.day(head.first("CreDtTm"), "CreDtTm");
        LocalDate to = CamtValues.day(head.first("FrToDt/ToDtTm", "FrToDt/ToDt"), "FrToDt/ToDtTm");
        List<CamtFile.Booking> bookings = entries.bookings(to == null ? created : to);
        count(head, entries);
        Money opening = balance(head, false, "OPBD", "PRCD");
        Money closing = balance(head, true, "CLBD");
        sum(bookings, opening, closing);
        return new CamtFile.Statement(
                booked,
                id,
                CamtValues.moment(head.text("CreDtTm"), "CreDtTm"),
                CamtValues.day(head.first("FrToDt/FrDtTm", "FrToDt/FrDt"), "FrToDt/FrDtTm"),
                to,
                account.replaceAll("\\s", ""),
                opening,
                closing,
                entries.announced(),
                bookings);
    }

    /// Some banks count entries, others what the entries stand for.
    private static void count(CamtElement head, CamtEntries entries) throws CamtRefusal {
        String told = head.text("TxsSummry/TtlNtries/NbOfNtries");
        if (told != null
                && !told.equals(Integer.toString(entries.count()))
                && !told.equals(Integer.toString(entries.transactions()))) {
            throw new CamtRefusal(Reason.COUNT, told, Integer.toString(entries.count()));
        }
    }

    private static void sum(List<CamtFile.Booking> bookings, @Nullable Money opening, @Nullable Money closing)
            throws CamtRefusal {
        if (opening == null || closing == null) {
            return;
        }
        Money end = opening;
        for (CamtFile.Booking booking : bookings) {
            end = end.plus(booking.amount());
        }
        if (!end.equals(closing)) {
            throw new CamtRefusal(Reason.SUM, end.toEuros(), closing.toEuros());
        }
    }

    /// The first such balance of the period, or the last one: a statement over several days may have one for each.
    private static @Nullable Money balance(CamtElement head, boolean last, String... codes) throws CamtRefusal {
        for (String code : codes) {
            List<CamtElement> found = head.all("Bal").stream()
                    .filter(each -> code.equals(each.text("Tp/CdOrPrtry/Cd")))
                    // a page of a longer statement: its entries are not all there are
                    .filter(each -> !"ITBD".equals(each.text("Tp/SubTp/Cd")) && each.first("Amt") != null)
                    .toList();
            if (!found.isEmpty()) {
                CamtElement one = last ? found.getLast() : found.getFirst();
                CamtElement amount = one.first("Amt");
                return amount == null ? null : CamtValues.signed(one, amount, null, "Bal");
            }
        }
        return null;
    }
}
