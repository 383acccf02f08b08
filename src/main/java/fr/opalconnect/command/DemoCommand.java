package fr.opalconnect.command;

import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Everything at once, for trying it out.
@Command(name = "demo", description = "Starts a demonstration landlord with its own PostgreSQL.")
final class DemoCommand implements Callable<Integer> {
    private static final List<Cast> INTRODUCED = List.of(Cast.NADIA_BENALI, Cast.FATOUMATA_DIALLO, Cast.KEVIN_LEFEVRE);

    @Option(names = "--port", defaultValue = "8080", description = "Where the pages are (${DEFAULT-VALUE}).")
    int port;

    @Option(
            names = "--data",
            defaultValue = "${sys:opal.home:-.}/.opal/demo",
            description = "The data folder (${DEFAULT-VALUE}).")
    Path data = Path.of(".opal/demo");

    @Option(
            names = "--landlord",
            paramLabel = "FILE",
            description = "Another landlord's name, phone and colours: opal.brand.* as in brand.properties.")
    @Nullable
    Path landlord;

    @Override
    public Integer call() {
        Map<String, String> settings = new HashMap<>(Port.setting(port));
        if (landlord != null) {
            settings.putAll(LandlordFile.read(landlord));
        }
        Progress progress = Progress.onScreen();
        try (Program program = Demonstration.open(data, settings, progress)) {
            progress.done();
            introduce("http://localhost:" + program.port());
            program.waitForEnd();
        }
        return 0;
    }

    private static void introduce(String address) {
        System.out.printf("%nOPAL Connect' is ready: %s%n%n", address);
        System.out.printf("  %-20s %-16s %s%n", "To be one of", "tenant number", "dwelling number");
        for (Cast person : INTRODUCED) {
            System.out.printf("  %-20s %-16s %s%n", person.fullName(), person.tenant(), person.dwelling());
        }
        System.out.printf("%n  %-20s %-30s %s%n", "At the desk", "e-mail", "role");
        for (CastStaff person : CastStaff.values()) {
            System.out.printf("  %-20s %-30s %s%n", person.fullName(), person.email(), DemoDesk.roleOf(person));
        }
        System.out.printf("%nThe desk is at %s/bureau; password and code at %s/demo/equipe%n", address, address);
        System.out.printf("%nText messages are shown at %s/demo/sms%n", address);
        System.out.printf("E-mails are shown at %s/demo/courriels%nCtrl-C stops everything.%n", address);
        System.out.flush();
    }
}
