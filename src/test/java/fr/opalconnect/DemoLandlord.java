package fr.opalconnect;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.exchange.Imports;
import fr.opalconnect.exchange.Report;
import fr.opalconnect.exchange.Report.State;
import fr.opalconnect.sample.PackageMaker;
import fr.opalconnect.sample.Recipe;
import fr.opalconnect.ui.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The demo landlord with its cast, as `./opal demo` brings it in: through a package and the real import.
public final class DemoLandlord {
    private static final Set<Imports> BROUGHT = Collections.newSetFromMap(new IdentityHashMap<>());
    private static @Nullable Path made;

    private DemoLandlord() {}

    /// Brings it into the program's database, once for each program.
    public static synchronized void bringInto(Imports imports) {
        if (!BROUGHT.contains(imports)) {
            // Confirmed: other tests may have left rows of their own, which a whole package closes.
            Report report = imports.take(packagePath(), true);
            assertThat(report.state()).isIn(State.APPLIED, State.UNCHANGED);
            BROUGHT.add(imports);
        }
    }

    /// Made once for all tests of a run.
    public static synchronized Path packagePath() {
        Path path = made;
        if (path == null) {
            try {
                path = Files.createTempDirectory("opal-landlord");
                new PackageMaker(Recipe.demo(LocalDate.now(Texts.ZONE))).writeTo(path);
                made = path;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return path;
    }
}
