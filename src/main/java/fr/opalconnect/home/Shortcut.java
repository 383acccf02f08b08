package fr.opalconnect.home;

import java.util.Locale;

/// What Accueil leads to besides the bar with the five places, the most wanted first.
enum Shortcut {
    REPORT("/signaler", "tool"),
    /// Says how long the certificate still serves.
    INSURANCE("/assurance", "shield"),
    DEBIT("/prelevement", "loop"),
    HELP("/aide", "help"),
    DETAILS("/profil/coordonnees", "me"),
    SECURITY("/profil/securite", "lock");

    /// Two rows of two on a phone, one row on a wide screen: none is left alone in its row.
    static final int SHOWN = 4;

    private final String path;
    private final String icon;

    Shortcut(String path, String icon) {
        this.path = path;
        this.icon = icon;
    }

    String path() {
        return path;
    }

    String icon() {
        return icon;
    }

    /// The key of its name; with `.what`, of what is behind it.
    String textKey() {
        return "home.tile." + name().toLowerCase(Locale.ROOT);
    }
}
