package fr.opalconnect.ui;

import java.util.Locale;

/// What a note or a tag means. Its colour never says it alone: notes carry the icon of the same name, tags their words.
public enum Tone {
    PLAIN,
    INFO,
    GOOD,
    WARN,
    BAD;

    /// The CSS class, and the icon.
    public String css() {
        return this == PLAIN ? "" : name().toLowerCase(Locale.ROOT);
    }
}
