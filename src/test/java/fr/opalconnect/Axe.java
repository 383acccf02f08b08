package fr.opalconnect;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Looks for barriers on a page as it stands: WCAG 2.2 A and AA with axe, in light colours and in the dark; and whether
/// the page fits the width, from 320 px to a desktop. Each shape that stands on a page is looked at once in a run: the
/// tenth line of a statement, or the bars around the next page, say nothing that the first did not.
public final class Axe {
    private static final int NARROWEST = 320;
    private static final int PHONE = 390;
    private static final int TABLET = 820;
    private static final int DESKTOP = 1400;

    /// axe itself, as its Java library brings it. Called directly: the library's own way opens a blank page for each
    /// look, which takes ten times as long.
    private static final String SCRIPT = read("/axe.min.js");

    private static final Map<String, Object> ALL =
            Map.of("type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"));

    /// The rules that other colours can break.
    private static final Map<String, Object> COLOURS =
            Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block"));

    private static final String LOOK = read("/fr/opalconnect/barriers.js");

    /// Pages share most of what they are made of.
    private static final SeenShapes SEEN = new SeenShapes();

    private Axe() {}

    /// A page on a phone in light colours and on a desktop in the dark. What every page has around it (the bars, the
    /// places, the components) is looked at everywhere by those who look at it first.
    public static void check(Page page) {
        look(page, List.of(new Look(PHONE, ColorScheme.LIGHT, ALL), new Look(DESKTOP, ColorScheme.DARK, ALL)));
    }

    /// Each width in both schemes.
    public static void checkEverywhere(Page page) {
        look(
                page,
                List.of(
                        new Look(PHONE, ColorScheme.LIGHT, ALL),
                        new Look(PHONE, ColorScheme.DARK, COLOURS),
                        new Look(DESKTOP, ColorScheme.DARK, ALL),
                        new Look(DESKTOP, ColorScheme.LIGHT, COLOURS),
                        new Look(NARROWEST, ColorScheme.LIGHT, ALL),
                        new Look(NARROWEST, ColorScheme.DARK, COLOURS)));
    }

    private record Look(int width, ColorScheme scheme, Map<String, Object> rules) {
        String name() {
            return width + "-" + scheme + "-" + rules.get("type");
        }
    }

    /// Fails with a sentence for each barrier. The page keeps its state, and gets its own size back.
    private static void look(Page page, List<Look> looks) {
        ViewportSize before = page.viewportSize();
        List<String> barriers = new ArrayList<>();
        int width = 0;
        for (Look look : looks) {
            if (look.width != width) {
                width = look.width;
                page.setViewportSize(width, before.height);
                // As high as its content, so that nothing hides behind the bar at the bottom.
                page.setViewportSize(width, (Integer) page.evaluate("document.documentElement.scrollHeight"));
                barriers.addAll(tooWide(page, width));
            }
            barriers.addAll(barriers(page, look));
        }
        for (int other : List.of(TABLET, NARROWEST)) { // the parts of a phone, in the shapes of a desktop or its own
            if (other != width) {
                page.setViewportSize(other, before.height);
                barriers.addAll(tooWide(page, other));
            }
        }
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(null));
        page.setViewportSize(before.width, before.height);
        assertThat(barriers).as("barriers on %s", page.url()).isEmpty();
        LookedAtList.add(page);
    }

    private static List<String> barriers(Page page, Look look) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(look.scheme));
        Map<String, Object> wanted = Map.of("rules", look.rules, "known", SEEN.of(look.name()));
        Object found = page.evaluate(LOOK, wanted);
        if (found == null) {
            page.evaluate(SCRIPT);
            found = page.evaluate(LOOK, wanted);
        }
        Map<?, ?> said = (Map<?, ?>) found;
        List<String> barriers = ((List<?>) said.get("barriers"))
                .stream()
                        .map(barrier -> look.width + " px, " + look.scheme + ": " + barrier)
                        .toList();
        if (barriers.isEmpty()) {
            SEEN.add(look.name(), (String) Objects.requireNonNull(said.get("fresh")));
        }
        return barriers;
    }

    private static List<String> tooWide(Page page, int width) {
        boolean fits = (Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth");
        return fits ? List.of() : List.of(width + " px: the page is wider than the screen");
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(Axe.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
