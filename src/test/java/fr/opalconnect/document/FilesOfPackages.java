package fr.opalconnect.document;

import fr.opalconnect.platform.FileIntake;
import fr.opalconnect.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/// What takes the ERP's files, without a program around it.
public final class FilesOfPackages {
    private FilesOfPackages() {}

    /// What the nightly job does.
    public static void sweep(Vault vault, JdbcClient jdbc, Instant before) {
        new ContentTable(jdbc).removeUnnamed(before).forEach(vault::release);
    }

    public static FileIntake into(Vault vault, DataSource source, InstantSource clock) {
        return new DocumentFiles(new DocumentFile(
                vault,
                new ContentTable(JdbcClient.create(source)),
                new TransactionTemplate(new JdbcTransactionManager(source)),
                new DocumentSettings(DataSize.ofKilobytes(512), Duration.ofDays(7), 200),
                clock));
    }
}
