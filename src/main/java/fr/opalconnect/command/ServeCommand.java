package fr.opalconnect.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Production: nothing of the demo in it.
@Command(name = "serve", description = "Starts the program for a landlord.")
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--port", defaultValue = "8080", description = "Where the pages are (${DEFAULT-VALUE}).")
    int port;

    @Option(names = "--data", defaultValue = DataFolder.DEFAULT, description = "The data folder (${DEFAULT-VALUE}).")
    Path data = Path.of(".opal/serve");

    @Override
    public Integer call() {
        try (Program program = Program.start(Start.serve(data, Port.setting(port)))) {
            System.out.println("OPAL Connect' answers on port " + program.port() + ".");
            program.waitForEnd();
        }
        return 0;
    }
}
