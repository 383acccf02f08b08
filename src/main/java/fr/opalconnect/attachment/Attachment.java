package fr.opalconnect.attachment;

import fr.opalconnect.ui.Texts;
import java.util.UUID;

/// A file that somebody sent, as it is kept.
///
/// @param name   as its sender called it, made safe to show and to save
/// @param size   in bytes, of what is kept
/// @param width  in pixels, 0 when it is not a picture
/// @param height in pixels, 0 when it is not a picture
public record Attachment(UUID id, String name, FileKind kind, int size, int width, int height) {
    /// `Photo JPEG, 412 ko`.
    public String what(Texts t) {
        return t.say("attachment.what", t.say(kind.textKey()), Weight.of(size, t));
    }
}
