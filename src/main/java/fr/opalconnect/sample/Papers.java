package fr.opalconnect.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.Locale;

/// The list of a lease's documents: the lease, the inventory of fixtures, the charges statements, the last notices.
final class Papers {
    private final OpenPackage out;
    private final Row.Lease lease;
    private final BillingCalendar calendar;
    private final Dice dice;

    /// @param dice for what stands where a real export has a file's checksum
    Papers(OpenPackage out, Row.Lease lease, BillingCalendar calendar, Dice dice) {
        this.out = out;
        this.lease = lease;
        this.calendar = calendar;
        this.dice = dice;
    }

    void file() {
        if (lease.starts().isAfter(calendar.asOf())) {
            return;
        }
        paper("BAIL", "Contrat de location", lease.starts());
        paper("ETAT_DES_LIEUX", "État des lieux d’entrée", lease.starts());
        for (int year = calendar.from().getYear(); year <= calendar.asOf().getYear(); year++) {
            LocalDate day = LocalDate.of(year, 7, 1);
            if (isCovered(day)) {
                paper("DECOMPTE_CHARGES", "Décompte de charges " + (year - 1), day);
            }
        }
        for (int back = 0; back < 3; back++) {
            YearMonth run = calendar.current().minusMonths(back);
            if (isCovered(calendar.issued(run))) {
                paper("AVIS", "Avis d’échéance " + run, calendar.issued(run));
            }
        }
    }

    private boolean isCovered(LocalDate day) {
        boolean ended = lease.ends() != null && day.isAfter(lease.ends());
        return !ended && !day.isAfter(calendar.asOf()) && day.isAfter(lease.starts());
    }

    private void paper(String kind, String label, LocalDate day) {
        String id = "D%s-%s-%tY%<tm".formatted(lease.number().substring(1), kind.substring(0, 4), day);
        StringBuilder sha256 = new StringBuilder(64);
        for (int i = 0; i < 4; i++) {
            sha256.append(HexFormat.of().toHexDigits(dice.next()));
        }
        String path = kind.toLowerCase(Locale.ROOT) + "/" + id + ".pdf";
        out.put(new Row.Document(id, lease.number(), kind, label, day, path, sha256.toString()));
    }
}
