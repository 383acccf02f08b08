package fr.opalconnect.ui;

/// The places of the main navigation, in their order; each shows only once it works.
public enum Place {
    HOME("/accueil", "home"),
    ACCOUNT("/compte", "acct"),
    MESSAGES("/messages", "msg"),
    DOCUMENTS("/documents", "doc"),
    PROFILE("/profil", "me");

    private final String path;
    private final String icon;

    Place(String path, String icon) {
        this.path = path;
        this.icon = icon;
    }

    public String path() {
        return path;
    }

    public String icon() {
        return icon;
    }

    /// The key of its name in the message bundle.
    public String textKey() {
        return "ui.place." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
