package fr.opalconnect.platform;

/// Where to go back to, when the address comes from a form.
public final class LocalPath {
    private LocalPath() {}

    /// The path when it is one of this site's, else the first page: a link must never lead to another site.
    public static String of(String path) {
        return path.matches("/(?![/\\\\])[A-Za-z0-9/_-]*") ? path : "/";
    }
}
