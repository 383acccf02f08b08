package fr.opalconnect.ui;

import fr.opalconnect.kernel.SignedInStaff;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What every page knows besides its own model.
///
/// @param t       the texts in the page's language
/// @param path    the address asked for, without its query
/// @param csrf    the form token, masked anew for each page
/// @param visitor the tenant who is signed in, if any
/// @param staff   who of the staff is signed in, on the pages of the desk
/// @param erp     from when the figures are, on the pages of the desk
public record Shell(
        Texts t,
        Brand brand,
        Assets assets,
        String path,
        String csrf,
        @Nullable Visitor visitor,
        @Nullable StaffVisitor staff,
        @Nullable ErpState erp) {
    /// The page for whoever mends it: its address up to what may be somebody's own, a number or a sealed link.
    public String place() {
        StringBuilder place = new StringBuilder();
        for (String step : path.substring(1).split("/", -1)) {
            if (!step.matches("[a-z-]{1,30}")) {
                break;
            }
            place.append('/').append(step);
        }
        return place.isEmpty() ? "/" : place.toString();
    }

    /// What this page can be read in.
    public List<Language> languages() {
        return SignedInStaff.isDesk(path) ? Language.AT_THE_DESK : Language.SPOKEN;
    }
}
