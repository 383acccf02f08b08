package fr.opalconnect.sample;

import fr.opalconnect.sample.OpenPackage.Delivered;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/// The list of a lease's documents, with their files: the lease, the inventory of fixtures, the charges statements,
/// notices or a letter.
final class Papers {
    private final OpenPackage out;
    private final Row.Lease lease;
    private final BillingCalendar calendar;

    Papers(OpenPackage out, Row.Lease lease, BillingCalendar calendar) {
        this.out = out;
        this.lease = lease;
        this.calendar = calendar;
    }

    private interface Files {
        Delivered of(String kind, String label, LocalDate day);
    }

    /// Of an invented household: its files are specimens, one of each kind for all.
    void file() {
        if (lease.starts().isAfter(calendar.asOf())) {
            return;
        }
        list(this::specimen);
        for (int back = 0; back < 3; back++) {
            YearMonth run = calendar.current().minusMonths(back);
            if (isCovered(calendar.issued(run))) {
                paper(this::specimen, "AVIS", "Avis d’échéance " + run, calendar.issued(run));
            }
        }
    }

    /// Of the cast: files of their own. (Their notices are made by the program.)
    void file(CastPapers papers) {
        Files own = (kind, label, day) -> {
            String path = "documents/%s/%s.pdf".formatted(kind.toLowerCase(Locale.ROOT), id(kind, day));
            return new Delivered(path, out.deliver(path, () -> papers.of(kind, label, day)));
        };
        list(own);
        LocalDate letter = calendar.current().minusMonths(1).atDay(12);
        if (isCovered(letter)) {
            paper(own, "COURRIER", "Travaux d’éclairage dans votre résidence", letter);
        }
    }

    private void list(Files files) {
        paper(files, "BAIL", "Contrat de location", lease.starts());
        paper(files, "ETAT_DES_LIEUX", "État des lieux d’entrée", lease.starts());
        for (int year = calendar.from().getYear(); year <= calendar.asOf().getYear(); year++) {
            LocalDate day = LocalDate.of(year, 7, 1);
            if (isCovered(day)) {
                paper(files, "DECOMPTE_CHARGES", "Décompte de charges " + (year - 1), day);
            }
        }
    }

    private Delivered specimen(String kind, String label, LocalDate day) {
        String path = "documents/specimen-" + kind.toLowerCase(Locale.ROOT) + ".pdf";
        return new Delivered(path, out.deliver(path, () -> CastPapers.specimen(kind)));
    }

    private boolean isCovered(LocalDate day) {
        boolean ended = lease.ends() != null && day.isAfter(lease.ends());
        return !ended && !day.isAfter(calendar.asOf()) && day.isAfter(lease.starts());
    }

    private void paper(Files files, String kind, String label, LocalDate day) {
        Delivered file = files.of(kind, label, day);
        out.put(new Row.Document(id(kind, day), lease.number(), kind, label, day, file.path(), file.sha256()));
    }

    private String id(String kind, LocalDate day) {
        return "D%s-%s-%tY%<tm".formatted(lease.number().substring(1), kind.substring(0, 4), day);
    }
}
