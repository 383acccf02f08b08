package fr.opalconnect.vault;

import com.zaxxer.hikari.HikariDataSource;
import fr.opalconnect.MovableClock;
import fr.opalconnect.TestDatabase;
import fr.opalconnect.platform.Sealing;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A vault on tables of its own, over any store.
final class VaultDatabase implements AutoCloseable {
    final MovableClock clock = new MovableClock();
    final HikariDataSource source = new HikariDataSource();
    final JdbcClient jdbc;
    final Vault vault;
    final Inventory inventory;
    final Rotation rotation;
    final ObjectTable table;
    final KeySet keys;

    VaultDatabase(Store store) {
        source.setJdbcUrl(TestDatabase.create());
        source.setMaximumPoolSize(3);
        jdbc = JdbcClient.create(source);
        table = new ObjectTable(jdbc);
        keys = new KeySet(new KeyTable(jdbc), Sealing.on(jdbc), clock);
        vault = new Vault(store, table, keys, clock);
        VaultSettings settings = new VaultSettings(Path.of("unused"), Duration.ofHours(24), null);
        inventory = new Inventory(store, table, vault, settings, clock);
        rotation = new Rotation(store, table, keys, vault);
    }

    void clear() {
        jdbc.sql("DELETE FROM vault.object").update();
    }

    @Override
    public void close() {
        source.close();
    }
}
