package fr.opalconnect.access;

import fr.opalconnect.access.CounterCodes.Ending.Handed;
import fr.opalconnect.access.CounterCodes.Paper;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form of a counter code, or the code.
///
/// @param paper  the word that was chosen, or empty
/// @param why    what was typed
/// @param handed null while it is asked for
record CounterCodeView(
        Tenancy tenancy, String paper, String why, @Nullable Handed handed, Mistakes mistakes) {
    List<Paper> papers() {
        return List.of(Paper.values());
    }

    /// Two halves are easier to read out.
    String halves() {
        String digits = handed == null ? "" : handed.code().digits();
        return digits.isEmpty() ? "" : digits.substring(0, 3) + " " + digits.substring(3);
    }

    String until(Texts t) {
        return handed == null ? "" : t.time(handed.until().atZone(Texts.ZONE));
    }
}
