package fr.opalconnect.document;

import java.util.regex.Pattern;

/// Names of files on people's devices.
final class FileNames {
    private static final int LONGEST = 100;
    private static final Pattern TROUBLE = Pattern.compile("[\\p{C}\"*:<>?|/\\\\]+");

    private FileNames() {}

    /// Fit for any file system, with that ending.
    static String of(String title, String ending) {
        String calm =
                TROUBLE.matcher(title).replaceAll(" ").replaceAll("\\s+", " ").strip();
        if (calm.codePointCount(0, calm.length()) > LONGEST) {
            calm = calm.substring(0, calm.offsetByCodePoints(0, LONGEST)).strip();
        }
        String low = calm.toLowerCase(java.util.Locale.ROOT);
        return low.endsWith(ending) ? calm : calm + ending;
    }
}
