package fr.opalconnect.command;

import fr.opalconnect.vault.Vault;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the program keeps what is not in the database: the same for `serve` and for whoever types a command beside it.
final class DataFolder {
    /// Set once for all commands, nobody has to think of `--data`.
    static final String DEFAULT = "${env:OPAL_DATA:-${sys:opal.home:-.}/.opal/serve}";

    private DataFolder() {}

    /// For a command that needs none unless it is told so.
    static Path usual() {
        @Nullable String given = System.getenv("OPAL_DATA");
        return given == null || given.isBlank()
                ? Path.of(System.getProperty("opal.home", "."), ".opal/serve")
                : Path.of(given);
    }

    /// Fails where the database knows of files and none of them lies here: what is put here now, `serve` would not
    /// find.
    static void refuseAnother(Program program, Path data) {
        try {
            if (program.get(Vault.class).isElsewhere()) {
                throw new Failure("The files of this database do not lie in " + data
                        + ". Give the folder that serve has, with --data or OPAL_DATA.");
            }
        } catch (IOException e) {
            throw new Failure("The files of this database cannot be looked at: " + e.getMessage());
        }
    }
}
