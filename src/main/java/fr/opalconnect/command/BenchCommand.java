package fr.opalconnect.command;

import fr.opalconnect.bench.DeskBench;
import fr.opalconnect.bench.ImportBench;
import fr.opalconnect.conversation.Desk;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.tenancy.Search;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
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
    @Parameters(paramLabel = "NAME", description = "import or desk")
    @Nullable
    String name;

    @Option(names = "--leases", description = "How many leases (import: 13600, desk: 5200000).")
    @Nullable
    Integer leases;

    @Option(names = "--months", defaultValue = "24", description = "How many months, for import (${DEFAULT-VALUE}).")
    int months;

    @Override
    public Integer call() throws IOException, SQLException {
        Path folder = Files.createTempDirectory("opal-bench");
        try {
            return switch (String.valueOf(name)) {
                        case "import" -> imports(folder);
                        case "desk" -> desk(folder);
                        default ->
                            throw new Failure("There is no benchmark called " + name + ". There are: import, desk.");
                    }
                    ? 0
                    : 1;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private boolean imports(Path folder) throws IOException, SQLException {
        try (Program program = Program.startExchange(folder.resolve("data"))) {
            return new ImportBench(program.get(Imports.class), program.get(DataSource.class), System.out)
                    .run(folder, leases == null ? 13_600 : leases, months);
        }
    }

    private boolean desk(Path folder) throws IOException, SQLException {
        Path data = folder.resolve("data");
        try (Program program = Program.start(Start.serve(data, Map.of("server.port", "0")))) {
            return new DeskBench(
                            program.get(Search.class),
                            program.get(Desk.class),
                            program.get(DataSource.class),
                            System.out)
                    .run(leases == null ? 5_200_000 : leases, data.resolve("postgresql.log"));
        }
    }
}
