package fr.opalconnect.command;

import fr.opalconnect.exchange.Imports;
import fr.opalconnect.exchange.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says every fault of a package and changes nothing. Without `--data` it needs no landlord's database: one is made for
/// the purpose and thrown away.
@Command(name = "check", description = "Says everything that is wrong with an ERP package.")
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PACKAGE", description = "A folder or a ZIP with datapackage.json.")
    @Nullable
    Path path;

    @Option(names = "--data", description = "Check against what this data folder has; needed for a delta.")
    @Nullable
    Path data;

    @Override
    public Integer call() throws IOException {
        Path given = java.util.Objects.requireNonNull(path);
        if (data != null || DatabaseUrl.given() != null) {
            return check(given, data == null ? DataFolder.usual() : data);
        }
        Path scratch = Files.createTempDirectory("opal-check");
        try {
            return check(given, scratch);
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    private static int check(Path path, Path data) {
        try (Program program = Program.startExchange(data)) {
            Report report = program.get(Imports.class).check(path);
            ReportPrint.print(System.out, report);
            return report.isFaultless() ? 0 : 1;
        }
    }
}
