package fr.opalconnect.office;

import fr.opalconnect.ui.Mistakes;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The reply templates, and the one that is being written.
///
/// @param mayWrite whether it can be kept by whoever looks
/// @param id       of the one in the form; null is a new one
record ReplyTemplatesView(
        List<ReplyTemplate> all,
        boolean mayWrite,
        @Nullable UUID id,
        String name,
        String body,
        Mistakes mistakes,
        @Nullable Said said) {}
