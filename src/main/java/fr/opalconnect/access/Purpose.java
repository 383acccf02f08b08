package fr.opalconnect.access;

/// Why somebody proves to be a tenant. Both end in a new password; only the words differ.
enum Purpose {
    ACTIVATE("/activation"),
    NEW_PASSWORD("/mot-de-passe-oublie");

    private final String path;

    Purpose(String path) {
        this.path = path;
    }

    /// Where it begins.
    String path() {
        return path;
    }
}
