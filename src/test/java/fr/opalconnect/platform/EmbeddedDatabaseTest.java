package fr.opalconnect.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    Path temp;

    @Test
    void whoever_stops_while_the_cluster_is_made_leaves_nobody_writing() throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.open(temp);
        CompletableFuture<Void> launch = CompletableFuture.runAsync(() -> {
            try {
                database.launch();
            } catch (EmbeddedDatabase.Unusable e) {
                throw new IllegalStateException(e);
            }
        });
        while (!clusterGrows()) {
            Thread.onSpinWait();
        }
        database.close();

        assertThat(temp.toFile().list()).doesNotContain(nursery().getFileName().toString());
        assertThatThrownBy(() -> launch.get(10, TimeUnit.SECONDS)).hasMessageContaining("does not start");
    }

    private boolean clusterGrows() {
        return Files.exists(nursery().resolve("PG_VERSION"));
    }

    private Path nursery() {
        return temp.resolve("postgresql.new-" + ProcessHandle.current().pid());
    }
}
