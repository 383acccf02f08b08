package fr.opalconnect.ui;

/// The program's words, for tests without the program: read once in a run.
public final class Bundles {
    public static final TextBundles ALL = new TextBundles();

    private Bundles() {}
}
