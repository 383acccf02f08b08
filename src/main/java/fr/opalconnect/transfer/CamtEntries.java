package fr.opalconnect.transfer;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.transfer.CamtFile.Booking;
import fr.opalconnect.transfer.CamtRefusal.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The entries of one statement. An entry may bundle several transactions: it becomes one booking for each when they
/// add up to it, else it stays one, for people to look at.
final class CamtEntries {
    private static final List<String> NOTHING = List.of("NOTPROVIDED", "NONREF", "NOREF", "NOTPROVIDED.", "N/A");

    private final List<CamtElement> booked = new ArrayList<>();
    private int count;
    private int transactions;
    private int announced;

    void add(CamtElement entry) {
        count++;
        transactions += Math.max(1, entry.all("NtryDtls/TxDtls").size());
        // A word up to version 7, a choice from 8 on. Only what is booked is money.
        String status = entry.text("Sts/Cd", "Sts/Prtry", "Sts");
        if (status == null || status.equals("BOOK")) {
            booked.add(entry);
        } else {
            announced++;
        }
    }

    int count() {
        return count;
    }

    int transactions() {
        return transactions;
    }

    int announced() {
        return announced;
    }

    /// @param otherwise the day of what has none of its own
    List<Booking> bookings(@Nullable LocalDate otherwise) throws CamtRefusal {
        List<Booking> all = new ArrayList<>();
        for (CamtElement entry : booked) {
            all.addAll(of(entry, otherwise));
        }
        return all;
    }

    private static List<Booking> of(CamtElement entry, @Nullable LocalDate otherwise) throws CamtRefusal {
        CamtElement amount = entry.first("Amt");
        if (amount == null) {
            throw new CamtRefusal(Reason.MISSING, "Ntry/Amt");
        }
        Money whole = CamtValues.signed(entry, amount, null, "Ntry");
        LocalDate value = CamtValues.day(entry.first("ValDt"), "Ntry/ValDt");
        LocalDate bookedOn = CamtValues.day(entry.first("BookgDt"), "Ntry/BookgDt");
        LocalDate day = bookedOn != null ? bookedOn : value != null ? value : otherwise;
        if (day == null) {
            throw new CamtRefusal(Reason.MISSING, "Ntry/BookgDt");
        }
        LocalDate valueOn = value == null ? day : value;
        boolean reversal = CamtValues.flag(entry.text("RvslInd"), "Ntry/RvslInd");
        List<CamtElement> told = entry.all("NtryDtls/TxDtls");
        // Some of a bundle's transactions are not all of it.
        List<CamtElement> details = told.size() < bundled(entry) ? List.of() : told;
        List<Booking> parts = new ArrayList<>();
        Money sum = Money.ZERO;
        for (CamtElement detail : details) {
            Money part = details.size() == 1 ? whole : partOf(entry, detail);
            if (part == null) {
                parts.clear();
                break;
            }
            sum = sum.plus(part);
            parts.add(booking(entry, detail, day, valueOn, part, reversal, 1));
        }
        if (!parts.isEmpty() && sum.equals(whole)) {
            return parts;
        }
        return List.of(booking(entry, new CamtElement("TxDtls"), day, valueOn, whole, reversal, bundled(entry)));
    }

    /// What of an entry belongs to one of its transactions, in euros; null where the file does not say.
    private static @Nullable Money partOf(CamtElement entry, CamtElement detail) throws CamtRefusal {
        String side = detail.text("CdtDbtInd");
        String sign = side == null ? entry.text("CdtDbtInd") : side;
        for (String path : List.of("Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/InstdAmt/Amt")) {
            CamtElement amount = detail.first(path);
            if (amount != null && CamtValues.isEuro(amount)) {
                return CamtValues.signed(detail, amount, sign, "TxDtls");
            }
        }
        return null;
    }

    private static int bundled(CamtElement entry) {
        String told = entry.text("NtryDtls/Btch/NbOfTxs");
        int there = Math.max(1, entry.all("NtryDtls/TxDtls").size());
        return told != null && told.matches("[0-9]{1,7}") ? Math.max(there, Integer.parseInt(told)) : there;
    }

    private static Booking booking(
            CamtElement entry,
            CamtElement detail,
            LocalDate day,
            LocalDate valueOn,
            Money amount,
            boolean reversal,
            int transactions) {
        String own = given(detail.text("Refs/AcctSvcrRef"));
        String text = Stream.of(
                        detail.texts("RmtInf/Ustrd"),
                        detail.texts("RmtInf/Strd/AddtlRmtInf"),
                        detail.texts("AddtlTxInf"),
                        entry.texts("AddtlNtryInf"))
                .flatMap(List::stream)
                .distinct()
                .reduce("", (all, more) -> all.isEmpty() ? more : all + " " + more);
        return new Booking(
                day,
                valueOn,
                amount,
                reversal,
                detail.first("RtrInf") != null,
                code(entry, detail),
                transactions,
                own == null ? given(entry.text("AcctSvcrRef")) : own,
                given(detail.text("Refs/EndToEndId")),
                given(detail.text("RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/CdtrRefInf/CdtrRef")),
                text,
                detail.text(
                        "RltdPties/Dbtr/Nm",
                        "RltdPties/Dbtr/Pty/Nm",
                        "RltdPties/UltmtDbtr/Nm",
                        "RltdPties/UltmtDbtr/Pty/Nm"),
                detail.text("RltdPties/DbtrAcct/Id/IBAN"));
    }

    /// `PMNT/RCDT/ESCT`, or the bank's own code.
    private static String code(CamtElement entry, CamtElement detail) {
        CamtElement code = detail.first("BkTxCd");
        CamtElement used = code == null ? entry.first("BkTxCd") : code;
        if (used == null) {
            return "";
        }
        String domain = used.text("Domn/Cd");
        String own = used.text("Prtry/Cd");
        return domain == null
                ? own == null ? "" : own
                : domain + "/" + used.text("Domn/Fmly/Cd") + "/" + used.text("Domn/Fmly/SubFmlyCd");
    }

    private static @Nullable String given(@Nullable String reference) {
        return reference == null || NOTHING.contains(reference.toUpperCase(java.util.Locale.ROOT)) ? null : reference;
    }
}
