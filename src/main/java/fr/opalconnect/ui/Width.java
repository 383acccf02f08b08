package fr.opalconnect.ui;

import java.util.Locale;

/// How wide a page's content is: a form, a text, or two columns where there is room.
public enum Width {
    NARROW,
    TEXT,
    TWO;

    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
