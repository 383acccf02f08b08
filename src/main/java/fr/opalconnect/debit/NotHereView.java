package fr.opalconnect.debit;

import fr.opalconnect.landlord.Agency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why no mandate can be signed here, and what to do instead.
record NotHereView(Doorstep.Stand stand, @Nullable Agency agency) {
    String textKey() {
        return "debit.not-here." + stand.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
