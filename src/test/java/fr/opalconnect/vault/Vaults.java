package fr.opalconnect.vault;

import fr.opalconnect.platform.Sealing;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A vault without a program around it, for tests of those who use one.
public final class Vaults {
    private Vaults() {}

    public static Vault in(Path folder, JdbcClient jdbc, InstantSource clock) {
        return new Vault(
                new FolderStore(folder),
                new ObjectTable(jdbc),
                new KeySet(new KeyTable(jdbc), Sealing.on(jdbc), clock),
                clock);
    }
}
