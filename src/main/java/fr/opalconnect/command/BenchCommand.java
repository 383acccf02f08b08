package fr.opalconnect.command;

import fr.opalconnect.access.ActivatedShare;
import fr.opalconnect.bench.DeskBench;
import fr.opalconnect.bench.ImportBench;
import fr.opalconnect.bench.PaperBench;
import fr.opalconnect.bench.PaymentBench;
import fr.opalconnect.bench.SmsBench;
import fr.opalconnect.bench.VaultBench;
import fr.opalconnect.conversation.Desk;
import fr.opalconnect.conversation.Figures;
import fr.opalconnect.document.MadePapers;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.insurance.InsuranceTrial;
import fr.opalconnect.notification.SmsTrial;
import fr.opalconnect.payment.PaymentTrial;
import fr.opalconnect.payment.Payments;
import fr.opalconnect.payment.SandboxBank;
import fr.opalconnect.tenancy.Search;
import fr.opalconnect.ui.TextBundles;
import fr.opalconnect.vault.VaultTrial;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Measures what the product claims: a table for people, and the same figures as one line of JSON at the end.
@Command(name = "bench", description = "Measures what the product claims.")
final class BenchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "import, desk, payment, documents or sms")
    @Nullable
    String name;

    @Option(names = "--leases", description = "How many leases (import: 13600, desk: 5200000).")
    @Nullable
    Integer leases;

    @Option(names = "--months", defaultValue = "24", description = "How many months, for import (${DEFAULT-VALUE}).")
    int months;

    @Option(
            names = {"--papers", "--count"},
            defaultValue = "2000",
            description = "How many papers, for documents (${DEFAULT-VALUE}).")
    int count;

    @Option(
            names = "--messages",
            defaultValue = "100000",
            description = "How many text messages, for sms (${DEFAULT-VALUE}).")
    int messages;

    @Option(
            names = "--centre",
            paramLabel = "HOST:PORT",
            description = "A message centre to measure sms with, that knows bench with the password bench.")
    @Nullable
    String centre;

    @Option(names = "--seconds", defaultValue = "30", description = "How long, for payment (${DEFAULT-VALUE}).")
    int seconds;

    @Option(
            names = "--megabytes",
            defaultValue = "1000",
            description = "A file for the vault, for documents (${DEFAULT-VALUE}).")
    int megabytes;

    @Option(
            names = "--data",
            description = "A folder that keeps what desk makes: the next run measures it again without making it.")
    @Nullable
    Path kept;

    @Option(
            names = "--only",
            paramLabel = "WORDS",
            defaultValue = "",
            description = "For desk: only the cases whose name holds these words.")
    String only = "";

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        Path folder = Files.createTempDirectory("opal-bench");
        try {
            return switch (String.valueOf(name)) {
                        case "import" -> imports(folder);
                        case "desk" -> desk(folder);
                        case "payment" -> payment(folder);
                        case "documents" -> documents(folder);
                        case "sms" -> sms(folder);
                        default ->
                            throw new Failure("There is no benchmark called " + name
                                    + ". There are: import, desk, payment, documents, sms.");
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
        Path data = kept == null ? folder.resolve("data") : kept;
        // What the program does by the clock would be measured as well.
        Map<String, String> settings = Map.of("server.port", "0", "db-scheduler.enabled", "false");
        try (Program program = Program.start(Start.serve(data, settings))) {
            return new DeskBench(
                            program.get(Search.class),
                            program.get(Desk.class),
                            new DeskBench.Sums(
                                    program.get(Figures.class),
                                    program.get(InsuranceTrial.class),
                                    program.get(ActivatedShare.class)),
                            program.get(DataSource.class),
                            System.out)
                    .run(leases == null ? 5_200_000 : leases, data.resolve("postgresql.log"), only);
        }
    }

    private boolean payment(Path folder) throws IOException, InterruptedException {
        // The sandbox belongs to the demonstration: a production start refuses it.
        Map<String, String> settings = Map.of("server.port", "0");
        try (Program program = Program.start(Start.demo(folder.resolve("data"), settings, Progress.SILENT))) {
            PaymentTrial trial = new PaymentTrial(
                    program.get(Payments.class), program.get(SandboxBank.class), program.get(JdbcClient.class));
            String port = program.get(Environment.class).getProperty("local.server.port");
            return new PaymentBench(trial, "http://localhost:" + port, System.out).run(Duration.ofSeconds(seconds));
        }
    }

    private boolean documents(Path folder) throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        Map<String, String> settings = Map.of("server.port", "0");
        try (Program program = Program.start(Start.demo(data, settings, Progress.SILENT))) {
            boolean streams = new VaultBench(program.get(VaultTrial.class), System.out).run(megabytes * 1_000_000L);
            DemoLandlord landlord = new DemoLandlord(data);
            landlord.write();
            landlord.moveIn(program, Progress.SILENT);
            boolean flat = new PaperBench(
                            program.get(MadePapers.class),
                            program.get(TextBundles.class).in(Locale.FRENCH),
                            System.out)
                    .run(count);
            return flat && streams;
        }
    }

    private boolean sms(Path folder) throws IOException, InterruptedException {
        Map<String, String> settings = Map.of("server.port", "0");
        try (Program program = Program.start(Start.demo(folder.resolve("data"), settings, Progress.SILENT))) {
            return new SmsBench(program.get(SmsTrial.class), System.out).run(messages, centre());
        }
    }

    private @Nullable InetSocketAddress centre() {
        if (centre == null) {
            return null;
        }
        int colon = centre.lastIndexOf(':');
        if (colon < 0) {
            throw new Failure("--centre wants HOST:PORT");
        }
        return new InetSocketAddress(centre.substring(0, colon), Integer.parseInt(centre.substring(colon + 1)));
    }
}
