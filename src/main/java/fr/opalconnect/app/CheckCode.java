package fr.opalconnect.app;

import fr.opalconnect.app.Finding.Browser;
import fr.opalconnect.app.Finding.Device;
import fr.opalconnect.app.Finding.Keeping;
import fr.opalconnect.app.Finding.Reach;
import fr.opalconnect.app.Finding.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/// The code that somebody reads to the agency after a check of the connection: `TJR 19H`. It is made on the device,
/// which may be offline, and holds all that was found; nothing is kept anywhere.
///
/// Each of its 19 signs is a sound and a shape of its own in spoken French, and the first is a letter, so that nobody
/// takes it for the code of a text message, which the agency never asks for. The last sign is a check: one wrong sign,
/// or two that changed places, are always noticed. `check.js` writes what this reads.
public final class CheckCode {
    /// The code says to within this when the check was made, for a week.
    public static final Duration SLOT = Duration.ofHours(3);

    static final String SIGNS = "0123456789AFHJMRTWY";

    private static final int LENGTH = 6;
    private static final int LETTERS_FROM = 10;
    private static final int SLOTS = 56;

    /// 6 × 5 × 2 × 7 × 6 × 2 × 4 × 56, each number one of them.
    private static final int FINDINGS = 1_128_960;

    /// What the sum of a good code leaves. Another kind of code one day takes another number.
    private static final int KIND = 7;

    /// What an ear or an eye takes for one of our signs: `O` for `0`, `K` for `A`.
    private static final String MISTAKEN = "OILUKBCDEPVGNSXZ";

    private static final String MEANT = "0111ATTTTTTJMF62";

    /// How reading a code may end.
    public sealed interface Answer {
        /// @param code  in its own spelling
        /// @param fresh made within the last hours: what it says may still be so
        record Found(Finding finding, String code, boolean fresh) implements Answer {}

        /// Six signs, but no check gives these: one was misheard, or mistyped.
        record Misread() implements Answer {}

        /// Not six signs.
        record NoCode() implements Answer {}
    }

    private CheckCode() {}

    /// @param typed in any spelling: spaces and dashes anywhere, small letters, an O for a zero, a D for a T
    /// @param now   the code's week ends here
    public static Answer read(String typed, Instant now) {
        String code = plain(typed);
        int[] values = code.chars().map(SIGNS::indexOf).toArray();
        if (values.length != LENGTH || Arrays.stream(values).anyMatch(value -> value < 0)) {
            return new Answer.NoCode();
        }
        int sum = 0;
        int number = values[0] - LETTERS_FROM;
        for (int i = 0; i < LENGTH; i++) {
            sum += (LENGTH - i) * values[i];
            number = i == 0 || i == LENGTH - 1 ? number : number * SIGNS.length() + values[i];
        }
        if (values[0] < LETTERS_FROM || number >= FINDINGS || sum % SIGNS.length() != KIND) {
            return new Answer.Misread();
        }
        Rest rest = new Rest(number);
        int slot = rest.next(SLOTS);
        Keeping keeping = rest.next(Keeping.values());
        boolean installed = rest.next(2) == 1;
        Device device = rest.next(Device.values());
        Browser browser = rest.next(Browser.values());
        boolean tooOld = rest.next(2) == 1;
        Version version = rest.next(Version.values());
        Reach reach = rest.next(Reach.values());
        Instant from = when(slot, now);
        return new Answer.Found(
                new Finding(reach, version, tooOld, browser, device, installed, keeping, from),
                code.substring(0, 3) + " " + code.substring(3),
                from.plus(SLOT).isAfter(now.minus(SLOT)));
    }

    /// Whether somebody who searches may mean a code rather than a name or a number: letters and digits, or in two
    /// groups as it is shown.
    public static boolean looksLikeOne(String typed) {
        String code = typed.strip();
        return code.matches("(?i)[a-z][a-z0-9]{2}[\\s.-]?[a-z0-9]{3}")
                && (code.length() > LENGTH || code.matches(".*[0-9].*"));
    }

    private static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .chars()
                .filter(Character::isLetterOrDigit)
                .map(sign -> MISTAKEN.indexOf(sign) < 0 ? sign : MEANT.charAt(MISTAKEN.indexOf(sign)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// The last such time. The clock of a device may be a little ahead of ours.
    private static Instant when(int slot, Instant now) {
        long current = Math.floorDiv(now.getEpochSecond(), SLOT.toSeconds());
        long ago = Math.floorMod(current + 1 - slot, SLOTS) - 1L;
        return Instant.ofEpochSecond((current - ago) * SLOT.toSeconds());
    }

    /// A number made of numbers, the last first.
    private static final class Rest {
        private int number;

        Rest(int number) {
            this.number = number;
        }

        int next(int of) {
            int value = number % of;
            number /= of;
            return value;
        }

        <T> T next(T[] values) {
            return values[next(values.length)];
        }
    }
}
