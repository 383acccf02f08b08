package fr.opalconnect.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A line of the table of troubles: what breaks where, and who pays for it.
///
/// @param names     by language
/// @param why       who pays what, by language
/// @param emergency whom to call first; null when it can wait for the agency
/// @param shared    it is the building's: neighbours may have reported it already
record Trouble(
        String code,
        List<String> places,
        Map<String, String> names,
        Payer pays,
        Map<String, String> why,
        @Nullable Emergency emergency,
        boolean urgent,
        boolean shared) {
    enum Payer {
        TENANT,
        LANDLORD,
        /// On what is found.
        DEPENDS
    }

    /// What cannot wait for an agency.
    enum Emergency {
        GAS,
        WATER,
        LIFT,
        FIRE,
        ELECTRICITY
    }

    /// A part of the dwelling or the building.
    ///
    /// @param names by language
    record Spot(String code, String icon, Map<String, String> names) {
        String name(Locale language) {
            return Troubles.in(names, language);
        }
    }

    Trouble {
        places = List.copyOf(places);
        names = Map.copyOf(names);
        why = Map.copyOf(why);
    }

    String name(Locale language) {
        return Troubles.in(names, language);
    }

    String why(Locale language) {
        return Troubles.in(why, language);
    }
}
