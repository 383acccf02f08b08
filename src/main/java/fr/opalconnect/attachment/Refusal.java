package fr.opalconnect.attachment;

import java.util.Locale;

/// Why a file was not kept; each has its sentence.
public enum Refusal {
    EMPTY,
    TOO_LARGE,
    /// None of the kinds that are taken, whatever its name says.
    OTHER_KIND,
    /// Says it is one, but cannot be read.
    BROKEN,
    TOO_MANY_PIXELS,
    /// A PDF that opens only with a password.
    LOCKED,
    /// More files than one message takes.
    TOO_MANY,
    /// More than one person sends in a day.
    NOT_TODAY,
    /// The node has too much to do at the moment.
    BUSY;

    /// The sentence: `{0}` is the file's name, `{1}` the limit where there is one.
    public String textKey() {
        return "attachment.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
