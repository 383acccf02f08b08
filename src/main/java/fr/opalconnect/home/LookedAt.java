package fr.opalconnect.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/// What the last kept run of the tests looked at for barriers, as the run itself wrote it down
/// (`./opal test -Daccessibility=write`): the declaration says nothing that was not seen.
///
/// @param on      the day of the run
/// @param tool    `axe-core 4.11.3`
/// @param browser `Chromium 156`
/// @param pages   their addresses, what differs from one tenant to the next as `…`
record LookedAt(LocalDate on, String tool, String browser, List<String> pages) {
    private static final String FILE = "fr/opalconnect/home/looked-at.txt";

    LookedAt {
        pages = List.copyOf(pages);
    }

    static LookedAt read() {
        Map<String, String> facts = new HashMap<>();
        List<String> pages = new ArrayList<>();
        try {
            String text = new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                if (line.startsWith("/")) {
                    pages.add(line);
                } else if (!line.startsWith("#") && line.contains("=")) {
                    facts.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LookedAt(
                LocalDate.parse(facts.getOrDefault("on", "1970-01-01")),
                facts.getOrDefault("tool", ""),
                facts.getOrDefault("browser", ""),
                pages);
    }

    /// Those that tenants and visitors see.
    List<String> ofTenants() {
        return pages.stream()
                .filter(page -> !page.startsWith("/bureau") && !page.startsWith("/demo"))
                .toList();
    }

    long ofTheDesk() {
        return pages.stream().filter(page -> page.startsWith("/bureau")).count();
    }
}
