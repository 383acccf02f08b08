package fr.opalconnect.app;

import fr.opalconnect.ui.Assets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The service worker as it is served: what this release consists of, then the script of `sw.js`. When a file changes,
/// its name does, and so does the worker.
@Component
class Worker {
    /// @param name   of the release, and of the cache that holds its files
    /// @param kept   what the worker shares with the pages
    /// @param assets all that an open page of this release may still ask for
    private record Release(String name, String kept, List<String> assets) {}

    private final byte[] script;

    Worker(Assets assets, JsonMapper json) {
        String release =
                json.writeValueAsString(new Release(assets.release(), assets.url("kept.js"), assets.ofTenants()));
        this.script = ("const RELEASE = " + release + ";\n" + source()).getBytes(StandardCharsets.UTF_8);
    }

    byte[] script() {
        return script;
    }

    private static String source() {
        try {
            // Comments are for us; the phone need not load them.
            return new ClassPathResource("fr/opalconnect/app/sw.js")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replaceAll("(?m)^ *//.*\n+", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
