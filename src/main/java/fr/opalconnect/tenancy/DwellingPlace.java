package fr.opalconnect.tenancy;

import fr.opalconnect.ui.Texts;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a dwelling lies in its estate, as people say it. The ERP writes a number or a letter (`B`, `2`, `204`), and it
/// says what each is; what it wrote out in words (`Tour des Tilleuls`) stays as it is.
public final class DwellingPlace {
    private static final Pattern BARE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}/.-]{0,5}");
    private static final Pattern GROUND = Pattern.compile("0+|RDC|R\\.D\\.C\\.?|REZ[ -]DE[ -]CHAUSS[EÉ]E");

    /// `2`, `02`, `R+2`, `2e`, `2ème étage`
    private static final Pattern FLOOR =
            Pattern.compile("(?:R\\+)?0*([1-9]\\d?)(?:ER|E|ÈME|EME)?(?: ?[EÉ]TAGE)?", Pattern.UNICODE_CASE);

    private DwellingPlace() {}

    /// `Champagne, bâtiment B, escalier 2, 2e étage, porte 204`; what the ERP does not know is left out.
    public static String words(Texts t, HeldLease lease) {
        return Stream.of(
                        asWritten(t, lease.estate()),
                        named(t, "tenancy.place.building", lease.building()),
                        named(t, "tenancy.place.staircase", lease.staircase()),
                        floor(t, lease.floor()),
                        named(t, isDwelling(lease) ? "tenancy.place.door" : "tenancy.place.number", lease.door()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(t.say("tenancy.place.between") + " "));
    }

    private static @Nullable String floor(Texts t, @Nullable String erp) {
        String written = blankless(erp);
        if (written == null) {
            return null;
        }
        String plain = written.toUpperCase(Locale.ROOT);
        if (GROUND.matcher(plain).matches()) {
            return t.say("tenancy.place.ground");
        }
        Matcher floor = FLOOR.matcher(plain);
        if (!floor.matches()) {
            return t.apart(written);
        }
        String number = floor.group(1);
        return Texts.unbroken(number.equals("1") ? t.say("tenancy.place.first") : t.say("tenancy.place.floor", number));
    }

    private static @Nullable String named(Texts t, String key, @Nullable String erp) {
        String written = blankless(erp);
        return written == null || !BARE.matcher(written).matches()
                ? asWritten(t, erp)
                : Texts.unbroken(t.say(key, written));
    }

    private static @Nullable String asWritten(Texts t, @Nullable String erp) {
        String written = blankless(erp);
        return written == null ? null : t.apart(written);
    }

    private static boolean isDwelling(HeldLease lease) {
        return !lease.billedInAdvance();
    }

    private static @Nullable String blankless(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
