package fr.opalconnect.office;

import fr.opalconnect.ui.Texts;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What was just done, as the address after a form says it: `?dit=envoye`, or of several `?dit=attribues.3.1`.
///
/// @param done how many it was done to
/// @param left how many it could not be done to
record Said(String what, int done, int left) {
    static final String PARAMETER = "dit";

    private static final Pattern WRITTEN = Pattern.compile("([a-z]+)(?:\\.([0-9]{1,3})\\.([0-9]{1,3}))?");
    private static final Set<String> ONE =
            Set.of("envoye", "note", "attribue", "transmis", "change", "propose", "depasse", "enregistre", "supprime");
    private static final Set<String> SEVERAL = Set.of("attribues", "clos", "repondus", "rien");

    static @Nullable Said of(@Nullable String text) {
        Matcher written = WRITTEN.matcher(text == null ? "" : text);
        if (!written.matches() || !(ONE.contains(written.group(1)) || SEVERAL.contains(written.group(1)))) {
            return null;
        }
        return new Said(written.group(1), number(written.group(2)), number(written.group(3)));
    }

    String sentence(Texts t) {
        if (!SEVERAL.contains(what)) {
            return t.say("office.said." + what);
        }
        String some = what.equals("rien") ? t.say("office.said.rien") : t.count("office.said." + what, done);
        return left == 0 ? some : some + " " + t.count("office.said.left", left);
    }

    boolean isGood() {
        return left == 0 && !what.equals("depasse") && !what.equals("rien");
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
