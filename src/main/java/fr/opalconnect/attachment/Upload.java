package fr.opalconnect.attachment;

import fr.opalconnect.ui.Texts;

/// What became of a file that was sent.
public sealed interface Upload {
    record Kept(Attachment attachment) implements Upload {}

    /// Nothing of it is left.
    ///
    /// @param name as it may be shown
    record Refused(String name, Refusal why, String limit) implements Upload {
        public String sentence(Texts t) {
            return t.say(why.textKey(), name, limit);
        }
    }
}
