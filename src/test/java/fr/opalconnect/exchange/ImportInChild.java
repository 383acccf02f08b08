package fr.opalconnect.exchange;

import fr.opalconnect.document.FilesOfPackages;
import fr.opalconnect.platform.FileIntake;
import fr.opalconnect.vault.Vault;
import fr.opalconnect.vault.Vaults;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/// A program of its own that takes one package and ends, so that it can be killed.
final class ImportInChild {
    private ImportInChild() {}

    /// Takes the package.
    ///
    /// @param arguments the JDBC address, the package, the vault's folder
    public static void main(String[] arguments) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(arguments[0]);
        source.setUser("postgres");
        ExchangeSettings settings =
                new ExchangeSettings(null, null, 0.01, 0.5, 50, Duration.ofDays(90), DataSize.ofMegabytes(100));
        InstantSource clock = InstantSource.system();
        Vault vault = Vaults.in(Path.of(arguments[2]), JdbcClient.create(source), clock);
        List<FileIntake> files = List.of(FilesOfPackages.into(vault, source, clock));
        new Imports(source, Intakes.all(), files, settings, Optional.empty(), clock).take(Path.of(arguments[1]), false);
        System.exit(0);
    }
}
