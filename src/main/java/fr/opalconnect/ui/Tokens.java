package fr.opalconnect.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/// The plain colours of `tokens.css`, read from there so that nothing is written down twice.
record Tokens(Map<String, Colour> light, Map<String, Colour> dark) {
    private static final Pattern COLOUR = Pattern.compile("--([a-z0-9-]+):\\s*(#[0-9a-fA-F]{3,6});");

    static Tokens read() {
        String css;
        try {
            css = new ClassPathResource("fr/opalconnect/ui/css/tokens.css").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int darkFrom = css.indexOf("prefers-color-scheme: dark");
        Map<String, Colour> light = colours(css.substring(0, darkFrom));
        Map<String, Colour> dark = new HashMap<>(light);
        dark.putAll(colours(css.substring(darkFrom)));
        return new Tokens(light, Map.copyOf(dark));
    }

    private static Map<String, Colour> colours(String css) {
        Map<String, Colour> found = new HashMap<>();
        for (Matcher match = COLOUR.matcher(css); match.find(); ) {
            found.put(match.group(1), Colour.of(match.group(2)));
        }
        return Map.copyOf(found);
    }
}
