package fr.opalconnect.insurance;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.landlord.Agencies;
import fr.opalconnect.landlord.Agency;
import fr.opalconnect.tenancy.Households;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whose households the office's list is of.
///
/// @param agencies those that whoever asks may choose from
/// @param chosen   the code of one; null for all of them
/// @param mayAll   whether all of them together are few enough to be looked through
record AgencyChoice(List<Agency> agencies, @Nullable String chosen, boolean mayAll) {
    /// So many households are looked through at once; where there are more, one agency after the other.
    private static final int MOST = 50_000;

    /// What was asked for, if they see it. Where all would be too many, and none was asked for, the first.
    static AgencyChoice of(SignedInStaff who, @Nullable String asked, Agencies agencies, Households households) {
        List<Agency> theirs = agencies.all().stream()
                .filter(agency -> who.sees(agency.code()))
                .toList();
        boolean known = theirs.stream().anyMatch(agency -> agency.code().equals(asked));
        boolean mayAll = theirs.size() < 2 || !households.areMoreThan(who, MOST);
        String chosen = known ? asked : mayAll ? null : theirs.getFirst().code();
        return new AgencyChoice(theirs, chosen, mayAll);
    }

    /// `&agence=LAO`; empty for all.
    String query() {
        return query(chosen);
    }

    static String query(@Nullable String agency) {
        return agency == null || agency.isEmpty() ? "" : "&agence=" + URLEncoder.encode(agency, StandardCharsets.UTF_8);
    }
}
