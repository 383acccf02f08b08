package fr.opalconnect;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// One real Chromium for all tests of a run: the one that OPAL_BROWSER names, else
/// Debian's (without its windows, where that is there), else Playwright's own.
public final class Browser {
    /// What the driver switches off by itself, as naming some forgets the others; and the new frame for each page.
    private static final List<String> WITHOUT = List.of(
            "AvoidUnnecessaryBeforeUnloadCheckSync",
            "BoundaryEventDispatchTracksNodeRemoval",
            "DestroyProfileOnBrowserClose",
            "DialMediaRouteProvider",
            "GlobalMediaControls",
            "HttpsUpgrades",
            "LensOverlay",
            "MediaRouter",
            "PaintHolding",
            "ThirdPartyStoragePartitioning",
            "BlockOriginHeaderModificationOnRedirect",
            "Translate",
            "OptimizationHints",
            "RenderDocument");

    private static final List<String> OPTIONS = List.of(
            "--no-sandbox", // as root there is none
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    /// Pages of this program share a process, and go over into each other in it: to begin a new one for each page of
    /// each test took a fifth of the machine.
    private static final List<String> SPARING =
            List.of("--process-per-site", "--disable-features=" + String.join(",", WITHOUT));

    private static com.microsoft.playwright.@Nullable Browser shared;

    /// Left behind, by those who come again.
    private static final Map<Visitor, Deque<Visit>> KEPT = new HashMap<>();

    private Browser() {}

    /// Somebody with a phone, light colours and French.
    public static Visit visit() {
        return visit(Visitor.PHONE);
    }

    public static Visit visit(Visitor visitor) {
        Visit kept = kept(visitor).poll();
        return kept == null ? new Visit(chromium(), visitor) : kept;
    }

    static void keep(Visitor visitor, Visit visit) {
        kept(visitor).add(visit);
    }

    private static Deque<Visit> kept(Visitor visitor) {
        return KEPT.computeIfAbsent(visitor, _ -> new ArrayDeque<>());
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        com.microsoft.playwright.Browser running = shared;
        if (running == null) {
            running = launch();
            shared = running;
        }
        return running;
    }

    private static com.microsoft.playwright.Browser launch() {
        return launch(
                executable(), Stream.concat(OPTIONS.stream(), SPARING.stream()).toList());
    }

    /// One more, with all that a desktop's has: the windowless one shows no messages. Its caller closes it; where none
    /// is installed, the test is skipped and says so.
    public static com.microsoft.playwright.Browser whole() {
        Path chromium = Path.of("/usr/bin/chromium");
        Assumptions.assumeTrue(Files.isExecutable(chromium), "no whole Chromium here (apt-get install chromium)");
        return launch(
                chromium,
                Stream.concat(OPTIONS.stream(), Stream.of("--headless=new")).toList());
    }

    private static com.microsoft.playwright.Browser launch(@Nullable Path executable, List<String> arguments) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("TMPDIR", Scratch.folder().getPath());
        LaunchOptions options = new LaunchOptions()
                .setArgs(
                        Scratch.isInMemory()
                                ? arguments
                                // A container's memory for files may be too small for pages.
                                : Stream.concat(arguments.stream(), Stream.of("--disable-dev-shm-usage"))
                                        .toList());
        if (executable != null) {
            environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            options.setExecutablePath(executable);
        }
        Playwright playwright = Playwright.create(new CreateOptions().setEnv(environment));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close the browser"));
        return playwright.chromium().launch(options);
    }

    private static @Nullable Path executable() {
        String named = System.getenv("OPAL_BROWSER");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        return Stream.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }
}
