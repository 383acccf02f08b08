package fr.opalconnect.notification.sms;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/// A message centre may give a number in hexadecimal when it takes a message, and in decimal when it tells what became
/// of it; or the other way round; with leading zeros or without.
public final class MessageIds {
    private static final int LONGEST = 40;

    private MessageIds() {}

    /// By which a number is kept and found: without leading zeros, in small letters.
    public static String plain(String id) {
        String stripped = id.strip().toLowerCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
        return stripped.startsWith("x") && id.strip().startsWith("0") ? plain(stripped.substring(1)) : stripped;
    }

    /// All that it may be under another spelling, itself first.
    public static Set<String> alike(String id) {
        String plain = plain(id);
        Set<String> all = new LinkedHashSet<>();
        all.add(plain);
        if (plain.length() <= LONGEST && plain.matches("[0-9]+")) {
            all.add(new BigInteger(plain).toString(16));
        }
        if (plain.length() <= LONGEST && plain.matches("[0-9a-f]+")) {
            all.add(new BigInteger(plain, 16).toString());
        }
        return all;
    }
}
