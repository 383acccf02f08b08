package fr.opalconnect.command;

import fr.opalconnect.vault.Inventory;
import fr.opalconnect.vault.Rotation;
import fr.opalconnect.vault.Trouble;
import fr.opalconnect.vault.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// Where files lie: whether all is there, and a new key for it.
@Command(name = "vault", description = "The files' vault: check, rotate.")
final class VaultCommand {
    private static final int MOST = 100;

    @Option(
            names = "--data",
            scope = ScopeType.INHERIT,
            defaultValue = DataFolder.DEFAULT,
            description = "The data folder (${DEFAULT-VALUE}).")
    Path data = Path.of(".opal/serve");

    @Command(name = "check", description = "Sweeps what no row names, and says what is missing or damaged.")
    int check(
            @Option(names = "--read", description = "Read every byte of every file: slow, for after a disaster.")
                    boolean read)
            throws IOException {
        try (Program program = Program.start(Start.vault(data))) {
            Inventory inventory = program.get(Inventory.class);
            Inventory.Result swept = inventory.take();
            Inventory.Result result = read ? inventory.readAll() : swept;
            System.out.printf(
                    "%,d files, %,d missing, %,d damaged; %,d swept that no row named.%n",
                    result.files(), result.missing(), result.damaged(), swept.swept());
            List<Trouble> troubles = program.get(Vault.class).troubles(MOST);
            troubles.forEach(
                    trouble -> System.out.printf("%s  %s  %s%n", trouble.kind(), trouble.namedBy(), trouble.since()));
            return result.isWhole() ? 0 : 1;
        }
    }

    @Command(name = "rotate", description = "Makes a new key, and brings all files to it.")
    int rotate() throws IOException {
        try (Program program = Program.start(Start.vault(data))) {
            DataFolder.refuseAnother(program, data);
            Rotation rotation = program.get(Rotation.class);
            int key = rotation.begin();
            long files = rotation.finish();
            System.out.printf("Key %d is in use; %,d files were brought to it.%n", key, files);
            System.out.println("The old key is destroyed in a week. Back up the database now.");
            return 0;
        }
    }
}
