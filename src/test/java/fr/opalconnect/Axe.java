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

/// Looks for barriers on a page as it stands: WCAG 2.2 A and AA with axe on a phone and a desktop; in the dark what
/// colours can break; and whether the page fits the width, also on a tablet and down to 320 px.
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

    private static final String LOOK = """
            async only => {
              const found = await axe.run(document, {runOnly: only, resultTypes: ['violations']});
              return found.violations.map(v => `${v.id} – ${v.help} – ${v.nodes.map(n => n.html).join(' ')}`);
            }""";

    private Axe() {}

    /// Fails with a sentence for each barrier. The page keeps its state, and gets its own size back.
    public static void check(Page page) {
        ViewportSize before = page.viewportSize();
        List<String> barriers = new ArrayList<>();
        page.evaluate(SCRIPT);
        for (int width : List.of(PHONE, DESKTOP)) {
            page.setViewportSize(width, before.height);
            // As high as its content, so that nothing hides behind the bar at the bottom.
            page.setViewportSize(width, (Integer) page.evaluate("document.documentElement.scrollHeight"));
            barriers.addAll(barriers(page, width, ColorScheme.LIGHT, ALL));
            barriers.addAll(barriers(page, width, ColorScheme.DARK, COLOURS));
            barriers.addAll(tooWide(page, width));
        }
        for (int width : List.of(TABLET, NARROWEST)) { // the parts of a phone, in the shapes of a desktop or its own
            page.setViewportSize(width, before.height);
            barriers.addAll(tooWide(page, width));
        }
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(null));
        page.setViewportSize(before.width, before.height);
        assertThat(barriers).as("barriers on %s", page.url()).isEmpty();
        LookedAtList.add(page);
    }

    private static List<String> barriers(Page page, int width, ColorScheme scheme, Map<String, Object> rules) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
        return ((List<?>) page.evaluate(LOOK, rules))
                .stream()
                        .map(barrier -> width + " px, " + scheme + ": " + barrier)
                        .toList();
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
