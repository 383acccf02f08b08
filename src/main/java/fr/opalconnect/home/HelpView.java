package fr.opalconnect.home;

import fr.opalconnect.landlord.Agency;
import java.util.List;

/// The help page.
///
/// @param groups   every question
/// @param typed    what was searched for; empty when nothing was
/// @param found    the answers to that, the best first
/// @param agencies those to call; empty when the database does not answer, and the page does without
record HelpView(List<HelpGroup> groups, String typed, List<HelpAnswer> found, List<Agency> agencies) {
    boolean searched() {
        return !typed.isEmpty();
    }
}
