package fr.opalconnect.attachment;

import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import java.util.List;
import java.util.UUID;

/// The files of a form: those that are kept, and what is to be said of the others. `attachment/Join.jte` shows it.
///
/// @param door where scripts send files: `/pieces`, or `/bureau/pieces`
public record Joined(String door, List<Attachment> kept, List<Upload.Refused> refused) {
    /// The field of the form that takes files; mistakes lead to it.
    public static final String FIELD = "pieces";

    public static final String TENANTS_DOOR = "/pieces";
    public static final String DESKS_DOOR = "/bureau/pieces";

    public Joined {
        kept = List.copyOf(kept);
        refused = List.copyOf(refused);
    }

    /// A form as it is opened.
    public static Joined nothing(String door) {
        return new Joined(door, List.of(), List.of());
    }

    public boolean isComplete() {
        return refused.isEmpty();
    }

    public List<UUID> ids() {
        return kept.stream().map(Attachment::id).toList();
    }

    /// For the summary at the top of the page.
    public Mistakes mistakes() {
        return new Mistakes(refused.stream()
                .map(each -> new Mistake(FIELD, each.why().textKey(), each.name(), each.limit()))
                .toList());
    }
}
