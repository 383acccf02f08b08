package fr.opalconnect.conversation;

import java.util.Locale;

/// Who owes the next step.
public enum Waiting {
    TENANT,
    AGENCY,
    NOBODY;

    /// The key of its words in the message bundle.
    public String textKey() {
        return "conversation.waiting." + name().toLowerCase(Locale.ROOT);
    }
}
