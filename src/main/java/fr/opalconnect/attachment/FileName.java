package fr.opalconnect.attachment;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Names of files, as strangers give them: with paths, control characters, words that run backwards.
final class FileName {
    private static final int LONGEST = 80;
    /// Controls, formats (which turn the direction of reading round), private and broken characters.
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]");

    private static final Pattern TROUBLE = Pattern.compile("[\"*:<>?|/\\\\]");

    private FileName() {}

    /// Without its folders, fit for a page and for any file system; never empty, and stays as it is when asked again.
    static String safe(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String seen =
                UNSEEN.matcher(Normalizer.normalize(last, Normalizer.Form.NFC)).replaceAll("");
        String calm = TROUBLE.matcher(seen)
                .replaceAll("_")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+", "")
                .strip();
        if (calm.codePointCount(0, calm.length()) > LONGEST) {
            int dot = calm.lastIndexOf('.');
            String ending = dot > 0 && calm.length() - dot <= 6 ? calm.substring(dot) : "";
            calm = calm.substring(0, calm.offsetByCodePoints(0, LONGEST - ending.length()))
                            .strip()
                    + ending;
        }
        return calm.isEmpty() ? "fichier" : calm;
    }

    /// The name, ending as what the file really is.
    static String ending(String safe, FileKind kind) {
        int dot = safe.lastIndexOf('.');
        String stem = dot > 0 && safe.length() - dot <= 6 ? safe.substring(0, dot) : safe;
        boolean jpeg =
                kind == FileKind.JPEG && safe.toLowerCase(java.util.Locale.ROOT).endsWith(".jpeg");
        return stem + (jpeg ? safe.substring(dot) : "." + kind.ending());
    }
}
