package fr.opalconnect.command;

import fr.opalconnect.exchange.ExportedPackage;
import fr.opalconnect.exchange.Exports;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes the package for the ERP: by hand, what a job does every evening.
@Command(name = "export", description = "Writes what changed here as a package for the ERP.")
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "Where the package's folder is written.")
    @Nullable
    Path folder;

    @Option(names = "--again", paramLabel = "NUMBER", description = "Writes that package once more, the same bytes.")
    @Nullable
    Long again;

    @Option(names = "--data", defaultValue = DataFolder.DEFAULT, description = "The data folder (${DEFAULT-VALUE}).")
    Path data = Path.of(".opal/serve");

    @Override
    public Integer call() {
        Path given = Objects.requireNonNull(folder);
        try (Program program = Program.startExchange(data)) {
            Exports exports = program.get(Exports.class);
            List<ExportedPackage> written = again == null ? exports.write(given) : once(exports, given, again);
            if (written.isEmpty()) {
                System.out.println("Rien à transmettre.");
            }
            written.forEach(
                    one -> System.out.printf("Paquet n° %d : %d lignes, %s%n", one.number(), one.lines(), one.path()));
            return 0;
        }
    }

    private static List<ExportedPackage> once(Exports exports, Path folder, long number) {
        ExportedPackage one = exports.writeAgain(folder, number);
        if (one == null) {
            throw new Failure("There is no package " + number + ".");
        }
        return List.of(one);
    }
}
