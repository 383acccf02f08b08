package fr.opalconnect;

import com.microsoft.playwright.Page;
import fr.opalconnect.ui.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps which pages a run looked at for barriers, for the declaration: `-Daccessibility=write` puts the list where the
/// program reads it. Both halves of a run write into one list; another day begins it anew.
final class LookedAtList {
    private static final Path LIST = Path.of("src/main/resources/fr/opalconnect/home/looked-at.txt");

    /// What differs from one tenant, or one day, to the next.
    private static final Pattern OWN = Pattern.compile("[^/]*[0-9][^/]*");

    private static final boolean WANTED = "write".equals(System.getProperty("accessibility"));
    private static final NavigableSet<String> PAGES = new TreeSet<>();
    private static String tool = "";
    private static String browser = "";

    static {
        if (WANTED) {
            Runtime.getRuntime().addShutdownHook(new Thread(LookedAtList::write, "accessibility list"));
        }
    }

    private LookedAtList() {}

    /// Only pages without a barrier get here.
    static synchronized void add(Page page) {
        if (!WANTED) {
            return;
        }
        Object version = page.evaluate("self.axe?.version");
        tool = version == null ? tool : "axe-core " + version; // pages that held nothing new did without
        browser = "Chromium " + page.context().browser().version().replaceFirst("\\..*", "");
        @Nullable String path = URI.create(page.url()).getPath();
        if (path != null && !path.endsWith(".pdf")) { // what stands there when a paper cannot be had
            PAGES.add(OWN.matcher(path).replaceAll("…"));
        }
    }

    private static synchronized void write() {
        if (PAGES.isEmpty()) {
            return;
        }
        String today = "on=" + LocalDate.now(Texts.ZONE);
        try (FileChannel guard = FileChannel.open(
                        Path.of("target", "looked-at.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = guard.lock()) {
            List<String> before = Files.readAllLines(LIST);
            if (before.contains(today)) {
                before.stream().filter(line -> line.startsWith("/")).forEach(PAGES::add);
            }
            Stream<String> head = Stream.of(
                    "# What the tests looked at for barriers, written by them: ./opal test -Daccessibility=write",
                    today,
                    "tool=" + tool,
                    "browser=" + browser);
            Files.writeString(LIST, Stream.concat(head, PAGES.stream()).collect(Collectors.joining("\n", "", "\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
