package fr.opalconnect.command;

import fr.opalconnect.sample.Dialect;
import fr.opalconnect.sample.PackageMaker;
import fr.opalconnect.sample.Recipe;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// An invented landlord's export, for trying things out at any size.
@Command(name = "make-package", description = "Writes an ERP package of an invented landlord.")
final class MakePackageCommand implements Callable<Integer> {
    enum Mode {
        FULL,
        DELTA
    }

    @Parameters(paramLabel = "OUT", description = "The folder to write, or the ZIP with --zip.")
    @Nullable
    Path out;

    @Option(names = "--leases", defaultValue = "600", description = "How many leases (${DEFAULT-VALUE}).")
    int leases;

    @Option(names = "--months", defaultValue = "24", description = "How many rent notices each (${DEFAULT-VALUE}).")
    int months;

    @Option(names = "--seed", defaultValue = "1", description = "Another number, another landlord (${DEFAULT-VALUE}).")
    long seed;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day of the export, 2026-11-23 (today).")
    @Nullable
    LocalDate asOf;

    @Option(names = "--mode", defaultValue = "FULL", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    Mode mode = Mode.FULL;

    @Option(
            names = "--change-share",
            paramLabel = "SHARE",
            description = "One night later, with this share of the lines changed, such as 0.01.")
    double changeShare;

    @Option(names = "--zip", description = "Write one ZIP instead of a folder.")
    boolean zip;

    @Option(names = "--cast", description = "With the named people of the demo.")
    boolean cast;

    @Option(names = "--dialect", defaultValue = "UTF8", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    Dialect dialect = Dialect.UTF8;

    @Override
    public Integer call() {
        if (out == null || leases < 0 || months < 1 || changeShare < 0 || changeShare > 1) {
            throw new Failure("--leases, --months et --change-share ne font pas un paquet.");
        }
        if (mode == Mode.DELTA && changeShare == 0) {
            throw new Failure("Des différences disent ce qui a changé : ajoutez --change-share, par exemple 0.01.");
        }
        LocalDate day = asOf == null ? LocalDate.now(ZoneId.of("Europe/Paris")) : asOf;
        PackageMaker maker =
                new PackageMaker(new Recipe(leases, months, seed, day, cast, changeShare, mode == Mode.DELTA, dialect));
        try {
            if (zip) {
                Files.createDirectories(out.toAbsolutePath().getParent());
            }
            ReportPrint.written(System.out, zip ? maker.writeZip(out) : maker.writeTo(out));
        } catch (IOException e) {
            throw new Failure("Le paquet ne peut pas être écrit dans " + out + " : " + why(e));
        }
        return 0;
    }

    /// What Java says of a file that may not be written is its name alone.
    private static String why(IOException problem) {
        return switch (problem) {
            case AccessDeniedException _ -> "ses droits ne le permettent pas.";
            case FileAlreadyExistsException _ -> "il y a déjà un fichier de ce nom.";
            default -> String.valueOf(problem.getMessage());
        };
    }
}
