package fr.opalconnect.home;

import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What somebody typed to report a barrier, as they typed it.
///
/// @param page     which page, in their words; filled in where they came from one
/// @param obstacle what they wanted to do, and what kept them from it
/// @param contact  how to answer; may be empty
/// @param sujet    [#TRANSLATION], or empty: something on a page does not work
record BarrierForm(String page, String obstacle, String contact, String sujet) {
    /// A text that was wrongly put into another language.
    static final String TRANSLATION = "traduction";

    private static final int LONGEST = 2000;
    private static final int LONGEST_LINE = 200;

    BarrierForm {
        // A field that was not sent.
        page = Objects.requireNonNullElse(page, "");
        obstacle = Objects.requireNonNullElse(obstacle, "");
        contact = Objects.requireNonNullElse(contact, "");
        sujet = TRANSLATION.equals(sujet) ? sujet : "";
    }

    Mistakes mistakes() {
        List<Mistake> found = new ArrayList<>();
        if (page.strip().length() > LONGEST_LINE) {
            found.add(new Mistake("page", "home.barrier.error.page-long"));
        }
        if (obstacle.isBlank()) {
            found.add(new Mistake(
                    "obstacle", isTranslation() ? "home.barrier.translation.empty" : "home.barrier.error.empty"));
        } else if (obstacle.length() > LONGEST) {
            found.add(new Mistake("obstacle", "home.barrier.error.long"));
        }
        if (contact.strip().length() > LONGEST_LINE) {
            found.add(new Mistake("contact", "home.barrier.error.contact-long"));
        }
        return new Mistakes(found);
    }

    boolean isTranslation() {
        return !sujet.isEmpty();
    }

    @Nullable
    String reach() {
        return contact.isBlank() ? null : contact.strip();
    }
}
