package fr.opalconnect.exchange;

import org.jspecify.annotations.Nullable;

/// What cannot be taken, and why: for the people who make the export, hence in French and in their columns' names.
///
/// @param file   `baux.csv`
/// @param line   as an editor counts it, the header being line 1; null when it is about the whole file
/// @param column null when it is about the whole line
/// @param value  as the file has it, cut when it is long
public record Reject(
        String file,
        @Nullable Integer line,
        @Nullable String column,
        @Nullable String value,
        String reason) {
    private static final int LONGEST = 200;

    public Reject {
        if (value != null && value.length() > LONGEST) {
            value = value.substring(0, LONGEST) + "…";
        }
    }

    static Reject ofPackage(String reason) {
        return ofFile("datapackage.json", reason);
    }

    static Reject ofFile(String file, String reason) {
        return new Reject(file, null, null, null, reason);
    }
}
