package fr.opalconnect.platform;

/// A setting that is missing or cannot be used, so that the program refuses to start; the message says which, in one
/// sentence, and never what stands in a key.
public final class UnusableSetting extends IllegalStateException {
    public UnusableSetting(String message) {
        super(message);
    }
}
