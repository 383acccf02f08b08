package fr.opalconnect.vault;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.TestFolder;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// A large file goes in and comes out without being held. `-Dvault.trial=1073741824` tries a gigabyte.
class VaultTrialTest {
    private static final long SIZE = Long.getLong("vault.trial", 30L * 1024 * 1024);

    @Test
    void the_heap_does_not_grow_with_the_file() throws IOException {
        try (VaultDatabase database = new VaultDatabase(new FolderStore(TestFolder.create()))) {
            VaultTrial trial = new VaultTrial(database.vault);
            trial.run(1024 * 1024); // what is loaded once
            VaultTrial.Outcome outcome = trial.run(SIZE);
            System.out.printf(
                    "%,d bytes: put in %,d ms, read in %,d ms, at most %,d bytes living%n",
                    outcome.size(),
                    outcome.putNanos() / 1_000_000,
                    outcome.openNanos() / 1_000_000,
                    outcome.mostLiving());
            assertThat(outcome.mostLiving()).isLessThan(4L * 1024 * 1024);
        }
    }
}
