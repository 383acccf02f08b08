package fr.opalconnect.tenancy;

import fr.opalconnect.ui.Texts;
import java.util.Locale;

/// The ERP's word for a kind of dwelling, as people say it: `T3` stays, `PARKING` becomes a parking space.
public final class DwellingType {
    private DwellingType() {}

    /// A word that nobody here knows is shown as the ERP writes it.
    public static String words(Texts t, String erp) {
        return switch (erp.toUpperCase(Locale.ROOT)) {
            case "PARKING" -> t.say("tenancy.type.parking");
            case "GARAGE", "BOX" -> t.say("tenancy.type.garage");
            case "CAVE" -> t.say("tenancy.type.cellar");
            case "LOCAL", "COMMERCE" -> t.say("tenancy.type.premises");
            default -> erp;
        };
    }
}
