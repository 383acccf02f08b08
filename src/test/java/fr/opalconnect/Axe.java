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
import java.util.Objects;

/// Looks for barriers on a page as it stands: WCAG 2.2 A and AA with axe, at three widths, in both schemes, and whether
/// the page fits the width.
public final class Axe {
    private static final int[] WIDTHS = {320, 390, 1400};

    /// axe itself, as its Java library brings it. Called directly: the library's own way opens a blank page for each
    /// look, which takes ten times as long.
    private static final String SCRIPT = read("/axe.min.js");

    private static final String LOOK = """
            async () => {
              const found = await axe.run(document, {
                runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']},
                resultTypes: ['violations'],
              });
              return found.violations.map(v => `${v.id} – ${v.help} – ${v.nodes.map(n => n.html).join(' ')}`);
            }""";

    private Axe() {}

    /// Fails with a sentence for each barrier. The page keeps its state, and gets its own size back.
    public static void check(Page page) {
        ViewportSize before = page.viewportSize();
        List<String> barriers = new ArrayList<>();
        page.evaluate(SCRIPT);
        for (int width : WIDTHS) {
            page.setViewportSize(width, before.height);
            // As high as its content, so that nothing hides behind the bar at the bottom.
            page.setViewportSize(width, (Integer) page.evaluate("document.documentElement.scrollHeight"));
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
                barriers(page).forEach(barrier -> barriers.add(width + " px, " + scheme + ": " + barrier));
            }
            if ((Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth")) {
                barriers.add(width + " px: the page is wider than the screen");
            }
        }
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(null));
        page.setViewportSize(before.width, before.height);
        assertThat(barriers).as("barriers on %s", page.url()).isEmpty();
    }

    private static List<String> barriers(Page page) {
        List<String> barriers = new ArrayList<>();
        ((List<?>) page.evaluate(LOOK)).forEach(barrier -> barriers.add((String) barrier));
        return barriers;
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(Axe.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
