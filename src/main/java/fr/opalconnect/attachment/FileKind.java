package fr.opalconnect.attachment;

/// What is kept. A photo in WebP becomes one of the others.
public enum FileKind {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    HEIC("image/heic", "heic"),
    PDF("application/pdf", "pdf");

    private final String type;
    private final String ending;

    FileKind(String type, String ending) {
        this.type = type;
        this.ending = ending;
    }

    public String type() {
        return type;
    }

    public String ending() {
        return ending;
    }

    /// Whether every browser shows it in a page.
    public boolean isShown() {
        return this == JPEG || this == PNG;
    }

    /// The key of its name in the message bundle.
    public String textKey() {
        return "attachment.kind." + ending;
    }
}
