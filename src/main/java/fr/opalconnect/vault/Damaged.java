package fr.opalconnect.vault;

import java.io.IOException;

/// What lies in the store is not what was put there: cut short, changed, or another's.
public final class Damaged extends IOException {
    Damaged(String why) {
        super(why);
    }

    Damaged(String why, Throwable cause) {
        super(why, cause);
    }
}
