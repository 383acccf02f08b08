package fr.opalconnect.access;

import fr.opalconnect.ui.Mistakes;

/// The form of the two numbers, as it comes first or comes back.
///
/// @param expired whether an earlier try was left open too long
/// @param texts   whether codes go out today
record ActivationView(
        Purpose purpose, String tenant, String dwelling, boolean expired, boolean texts, Mistakes mistakes) {
    /// The key of this purpose's own words.
    String key(String name) {
        return "access." + (purpose == Purpose.ACTIVATE ? "activation" : "forgotten") + "." + name;
    }
}
