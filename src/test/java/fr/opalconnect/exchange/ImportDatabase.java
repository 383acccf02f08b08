package fr.opalconnect.exchange;

import com.zaxxer.hikari.HikariDataSource;
import fr.opalconnect.TestDatabase;
import fr.opalconnect.platform.FileIntake;
import fr.opalconnect.platform.Intake;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/// A fresh database with the house's tables, and the import on it.
final class ImportDatabase implements AutoCloseable {
    /// Later than every test package.
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));

    private static final List<Intake> INTAKES = Intakes.all();

    final HikariDataSource source = new HikariDataSource();
    final JdbcClient jdbc;

    ImportDatabase() {
        source.setJdbcUrl(TestDatabase.create());
        source.setMaximumPoolSize(4);
        source.setMinimumIdle(1);
        jdbc = JdbcClient.create(source);
    }

    /// Half the lines may be wrong, and half of a table may change: the packages are small.
    Imports imports() {
        return imports(0.5, 0.5, 3);
    }

    Imports imports(double rejectShare, double brakeShare, int brakeFrom) {
        return imports(List.of(), rejectShare, brakeShare, brakeFrom);
    }

    /// With the files that lines name.
    Imports imports(List<FileIntake> files, double rejectShare, double brakeShare, int brakeFrom) {
        return new Imports(
                source,
                INTAKES,
                files,
                new ExchangeSettings(
                        null, null, rejectShare, brakeShare, brakeFrom, Duration.ofDays(90), DataSize.ofMegabytes(100)),
                Optional.empty(),
                CLOCK);
    }

    long count(String relation) {
        return jdbc.sql("SELECT count(*) FROM " + relation).query(Long.class).single();
    }

    Object value(String sql) {
        return jdbc.sql(sql).query().singleValue();
    }

    List<Map<String, Object>> rows(String sql) {
        return jdbc.sql(sql).query().listOfRows();
    }

    @Override
    public void close() {
        source.close();
        TestDatabase.drop(source.getJdbcUrl());
    }
}
