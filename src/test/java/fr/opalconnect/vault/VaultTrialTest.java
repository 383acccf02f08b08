package fr.opalconnect.vault;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.TestFolder;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// A large file goes in and comes out without being held. `-Dvault.trial=1073741824` tries a gigabyte, and 256 MB
/// of it in S3.
class VaultTrialTest {
    private static final long SIZE = Long.getLong("vault.trial", 20L * 1024 * 1024);

    @Test
    void the_heap_does_not_grow_with_the_file() throws IOException {
        tryWith(new FolderStore(TestFolder.create()), SIZE, 15);
    }

    /// Only when a size is given: the store is another process.
    @Test
    @EnabledIfSystemProperty(named = "vault.trial", matches = "[0-9]+")
    void nor_does_it_with_a_store_that_speaks_s3() throws IOException {
        try (S3InChild server = S3InChild.start()) {
            tryWith(server.store(), Math.min(SIZE, Long.getLong("vault.trial.s3", 256L * 1024 * 1024)), 24);
        }
    }

    private static void tryWith(Store store, long size, int mostMegabytes) throws IOException {
        try (VaultDatabase database = new VaultDatabase(store)) {
            VaultTrial trial = new VaultTrial(database.vault);
            trial.run(1024 * 1024); // what is loaded once
            VaultTrial.Outcome outcome = trial.run(size);
            // What else comes to live meanwhile (connections, classes) does so once; what a file takes, each time.
            for (int i = 0; i < 2 && outcome.mostLiving() >= mostMegabytes * 1024L * 1024; i++) {
                outcome = trial.run(size);
            }
            System.out.printf(
                    "%,d bytes: put in %,d ms, read in %,d ms, at most %,d bytes living%n",
                    outcome.size(),
                    outcome.putNanos() / 1_000_000,
                    outcome.openNanos() / 1_000_000,
                    outcome.mostLiving());
            assertThat(outcome.mostLiving()).isLessThan(mostMegabytes * 1024L * 1024);
        }
    }
}
