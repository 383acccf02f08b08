package fr.opalconnect.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Everything at once, for trying it out.
@Command(name = "demo", description = "Starts a demonstration landlord with its own PostgreSQL.")
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--port", defaultValue = "8080", description = "Where the pages are (${DEFAULT-VALUE}).")
    int port;

    @Option(names = "--data", defaultValue = ".opal/demo", description = "The data folder (${DEFAULT-VALUE}).")
    Path data = Path.of(".opal/demo");

    @Override
    public Integer call() {
        try (Program program = Program.start(data, Map.of("server.port", Integer.toString(port)), true, "demo")) {
            System.out.println("http://localhost:" + program.port());
            program.waitForEnd();
        }
        return 0;
    }
}
