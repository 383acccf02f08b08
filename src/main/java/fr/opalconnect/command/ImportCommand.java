package fr.opalconnect.command;

import fr.opalconnect.exchange.Imports;
import fr.opalconnect.exchange.Report;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes an ERP package in: by hand, what the inbox's job does by itself.
@Command(name = "import", description = "Checks an ERP package and takes it in.")
final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PACKAGE", description = "A folder or a ZIP with datapackage.json.")
    @Nullable
    Path path;

    @Option(names = "--confirm", description = "Take it even where it changes much of what is there.")
    boolean confirmed;

    @Option(names = "--data", defaultValue = DataFolder.DEFAULT, description = "The data folder (${DEFAULT-VALUE}).")
    Path data = Path.of(".opal/serve");

    @Override
    public Integer call() {
        Path given = java.util.Objects.requireNonNull(path);
        try (Program program = Program.startExchange(data)) {
            DataFolder.refuseAnother(program, data);
            Report report = program.get(Imports.class).take(given, confirmed);
            ReportPrint.print(System.out, report);
            if (report.state() == Report.State.WAITING) {
                System.out.println("Pour l’accepter : " + confirming(data, given));
            }
            return switch (report.state()) {
                case APPLIED, UNCHANGED -> 0;
                default -> 1;
            };
        }
    }

    /// With all that was given, so that it can be typed as it stands.
    static String confirming(Path data, Path given) {
        return "./opal import --confirm --data " + quoted(data) + " " + quoted(given);
    }

    /// As a shell wants it.
    private static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[\\w./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
