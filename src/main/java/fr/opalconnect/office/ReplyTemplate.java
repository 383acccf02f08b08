package fr.opalconnect.office;

import java.util.UUID;

/// An answer that is written often.
///
/// @param body with placeholders, `{nom}`
record ReplyTemplate(UUID id, String name, String body) {}
