package fr.opalconnect.debit;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.TenantNumber;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/// Makes a mandate's reference (RUM) as the landlord wants it.
final class RumPattern {
    private static final int LONGEST = 35;

    private RumPattern() {}

    /// @param number that no other mandate has: it alone makes the reference the only one of its kind
    static String fill(String pattern, LeaseNumber lease, TenantNumber tenant, LocalDate day, long number) {
        String date = day.format(DateTimeFormatter.BASIC_ISO_DATE);
        String rest = pattern.replace("{date}", date).replace("{n}", Long.toString(number));
        int room =
                LONGEST - rest.replace("{bail}", "").replace("{locataire}", "").length();
        String filled = rest.replace("{locataire}", end(plain(tenant.value()), room));
        room = LONGEST - filled.replace("{bail}", "").length();
        return filled.replace("{bail}", end(plain(lease.value()), room));
    }

    /// The longest that it can become, leaving out what can be cut.
    static String example(String pattern) {
        return pattern.replace("{date}", "20261123")
                .replace("{n}", "1234567")
                .replace("{bail}", "B1")
                .replace("{locataire}", "L1");
    }

    private static String plain(String number) {
        return number.replaceAll("[^A-Za-z0-9-]", "");
    }

    /// The end of a number tells more than its beginning.
    private static String end(String number, int room) {
        return number.substring(Math.max(0, number.length() - Math.max(0, room)));
    }
}
