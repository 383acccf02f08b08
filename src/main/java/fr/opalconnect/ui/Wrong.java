package fr.opalconnect.ui;

import java.util.Locale;

/// The pages nobody wants to see, each as finished as the others.
public enum Wrong {
    NOT_FOUND,
    /// A form that stood open for too long.
    STALE_FORM,
    SESSION_OVER,
    /// More than anyone waits for to be read.
    TOO_LARGE,
    TOO_MANY,
    BUSY,
    BROKEN;

    public static Wrong of(int status) {
        return switch (status) {
            case 401 -> SESSION_OVER;
            case 409 -> STALE_FORM;
            case 413 -> TOO_LARGE;
            case 429 -> TOO_MANY;
            case 503 -> BUSY;
            default -> status >= 500 ? BROKEN : NOT_FOUND;
        };
    }

    /// The key of this page's texts: `.title`, `.what`, `.next`.
    public String textKey() {
        return "ui.wrong." + path();
    }

    /// Its name as an address has it, `too-many`.
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
