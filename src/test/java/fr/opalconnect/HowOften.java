package fr.opalconnect;

/// How often a test repeats what takes long. The suite repeats it as often as shows that it works; `./opal prove` as
/// often as shows what it bears, and a property of its own name as often as one likes.
public final class HowOften {
    private static final boolean PROVE = Boolean.getBoolean("prove");

    private HowOften() {}

    /// The number that counts in this run.
    ///
    /// @param property its name, as in `-Dimport.kills=20`
    /// @param suite    how often in the suite
    /// @param prove    how often with `./opal prove`
    public static long of(String property, long suite, long prove) {
        return Long.getLong(property, PROVE ? prove : suite);
    }
}
