package fr.opalconnect.attachment;

import fr.opalconnect.ui.Texts;

/// Bytes, as people read them: `412 ko`, `2,3 Mo`.
public final class Weight {
    private static final int KILO = 1_000;
    private static final int MEGA = 1_000_000;

    private Weight() {}

    /// `412 ko`, `2,3 Mo`.
    public static String of(long bytes, Texts t) {
        return bytes < MEGA
                ? t.say("attachment.kilobytes", Math.max(1, bytes / KILO))
                : t.say("attachment.megabytes", t.number(Math.round(bytes / (MEGA / 10.0)) / 10.0));
    }
}
