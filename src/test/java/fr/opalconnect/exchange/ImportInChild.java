package fr.opalconnect.exchange;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.unit.DataSize;

/// A program of its own that takes one package and ends, so that it can be killed.
final class ImportInChild {
    private ImportInChild() {}

    /// Takes the package.
    ///
    /// @param arguments the JDBC address, the package
    public static void main(String[] arguments) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(arguments[0]);
        source.setUser("postgres");
        ExchangeSettings settings =
                new ExchangeSettings(null, null, 0.01, 0.5, 50, Duration.ofDays(90), DataSize.ofMegabytes(100));
        new Imports(source, Intakes.all(), List.of(), settings, Optional.empty(), InstantSource.system())
                .take(Path.of(arguments[1]), false);
        System.exit(0);
    }
}
