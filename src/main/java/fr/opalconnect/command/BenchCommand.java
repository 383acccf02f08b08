package fr.opalconnect.command;

import fr.opalconnect.bench.ImportBench;
import fr.opalconnect.exchange.Imports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Measures what the product claims: a table for people, and the same figures as one line of JSON at the end.
@Command(name = "bench", description = "Measures what the product claims.")
final class BenchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "import")
    @Nullable
    String name;

    @Option(names = "--leases", defaultValue = "13600", description = "How many leases (${DEFAULT-VALUE}).")
    int leases;

    @Option(names = "--months", defaultValue = "24", description = "How many months (${DEFAULT-VALUE}).")
    int months;

    @Override
    public Integer call() throws IOException, SQLException {
        if (!"import".equals(name)) {
            throw new Failure("There is no benchmark called " + name + ". There is: import.");
        }
        Path folder = Files.createTempDirectory("opal-bench");
        try (Program program = Program.startExchange(folder.resolve("data"))) {
            ImportBench bench = new ImportBench(program.get(Imports.class), program.get(DataSource.class), System.out);
            return bench.run(folder, leases, months) ? 0 : 1;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
