package fr.opalconnect.exchange;

import fr.opalconnect.exchange.Report.State;
import fr.opalconnect.platform.FileIntake;
import fr.opalconnect.platform.Intake;
import fr.opalconnect.platform.Live;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Takes the ERP's packages: each is checked first, then applied whole or not at all.
@Component
public class Imports {
    /// What open pages follow.
    static final String TOPIC = "imports";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DataSource source;
    private final Map<String, Intake> intakes;
    private final List<FileIntake> fileIntakes;
    private final ExchangeSettings settings;
    private final Optional<Live> live;
    private final InstantSource clock;

    /// @param live absent where no page is served
    Imports(
            DataSource source,
            List<Intake> intakes,
            List<FileIntake> fileIntakes,
            ExchangeSettings settings,
            Optional<Live> live,
            InstantSource clock) {
        this.source = source;
        this.intakes = intakes.stream()
                .collect(Collectors.toMap(intake -> intake.mapping().file(), Function.identity()));
        this.fileIntakes = List.copyOf(fileIntakes);
        this.settings = settings;
        this.live = live;
        this.clock = clock;
    }

    /// Takes a package in.
    ///
    /// @param path      a folder or a ZIP
    /// @param confirmed somebody has looked at what it would change and said yes
    public Report take(Path path, boolean confirmed) {
        return take(path, confirmed, PATIENCE);
    }

    /// Whether a package was ever applied here.
    public boolean haveAny() {
        return new ImportRunTable(JdbcClient.create(source)).last() != null;
    }

    /// @param patience how long to wait for another one that is under way
    Report take(Path path, boolean confirmed, Duration patience) {
        return withLock(path, patience, work -> {
            ImportRunTable runs = new ImportRunTable(work.jdbc());
            runs.failAbandoned(clock.instant());
            runs.forgetRejects(clock.instant().minus(settings.keepRejects()));
            long id = runs.begin(String.valueOf(path.getFileName()), path, clock.instant());
            ImportInHand run = new ImportInHand(work, runs, id, intakes.values(), settings, clock);
            tell();
            try {
                return take(path, confirmed, run);
            } catch (PackageRefused e) {
                return run.refused(String.valueOf(path.getFileName()), e);
            } catch (SQLException | IOException | RuntimeException e) {
                run.failed();
                throw e;
            } finally {
                tell();
            }
        });
    }

    /// Says everything that is wrong with a package, and what an import would answer; changes nothing.
    public Report check(Path path) {
        return withLock(path, PATIENCE, work -> {
            try (PackageFiles files =
                    PackageFiles.open(path, settings.largestFile().toBytes())) {
                Descriptor descriptor = Descriptor.read(files);
                Take take = new Take(work, intakes, descriptor, null, ImportProgress.NONE);
                take.stage(files, source.getConnection());
                take.check(fileIntakes, files, false);
                String answer = new Admission(settings, clock)
                        .foretell(descriptor, take, new ImportRunTable(work.jdbc()).last());
                return report(null, State.CHECKED, descriptor, take, take.rejects(), answer);
            } catch (PackageRefused e) {
                return refused(null, String.valueOf(path.getFileName()), e);
            } finally {
                Staging.drop(work.jdbc());
            }
        });
    }

    private Report take(Path path, boolean confirmed, ImportInHand run)
            throws IOException, SQLException, PackageRefused {
        try (PackageFiles files = PackageFiles.open(path, settings.largestFile().toBytes())) {
            Descriptor descriptor = Descriptor.read(files);
            String sha256 = PackageHash.of(files, descriptor);
            run.runs.describe(run.id, descriptor, sha256);
            ImportRunTable.Last last = run.runs.last();
            String wrongTime = new Admission(settings, clock).wrongTime(descriptor, last);
            if (wrongTime != null) {
                throw new PackageRefused(wrongTime);
            }
            if (last != null && last.sha256().equals(sha256) && last.hadItsFiles()) {
                return run.unchanged(descriptor, new Take(run.work, intakes, descriptor, run.id, ImportProgress.NONE));
            }
            try {
                return take(files, descriptor, confirmed, run);
            } catch (Take.KnownLinesMistaken e) {
                new KnownLinesTable(run.work.jdbc())
                        .forget(descriptor.resources().keySet());
                return take(files, descriptor, confirmed, run);
            }
        }
    }

    private Report take(PackageFiles files, Descriptor descriptor, boolean confirmed, ImportInHand run)
            throws IOException, SQLException, PackageRefused {
        KnownLinesTable lines = new KnownLinesTable(run.work.jdbc());
        lines.tidy();
        try {
            ImportProgress progress = new ImportProgress(JdbcClient.create(source), run.id, this::tell);
            Take take = new Take(run.work, intakes, descriptor, run.id, progress);
            take.stage(files, source.getConnection());
            take.check(fileIntakes, files, true);
            return run.decide(descriptor, take, progress, confirmed);
        } finally {
            Staging.drop(run.work.jdbc());
            lines.tidy();
        }
    }

    private void tell() {
        live.ifPresent(open -> open.tell(TOPIC));
    }

    private interface Act {
        Report with(ImportConnection work) throws SQLException, IOException;
    }

    private Report withLock(Path path, Duration patience, Act act) {
        try {
            Optional<ImportConnection> opened = ImportConnection.open(source, patience);
            if (opened.isEmpty()) {
                return busy(String.valueOf(path.getFileName()));
            }
            try (ImportConnection work = opened.get()) {
                return act.with(work);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the import's connection broke", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Report busy(String name) {
        String why = "un autre import est en cours ; recommencez quand il sera fini";
        return new Report(null, State.BUSY, name, null, null, Map.of(), List.of(), List.of(), why);
    }

    static Report refused(@Nullable Long run, String name, PackageRefused why) {
        return new Report(run, State.REFUSED, name, null, null, Map.of(), why.faults(), List.of(), why.getMessage());
    }

    static Report report(
            @Nullable Long run,
            State state,
            Descriptor descriptor,
            Take take,
            List<Reject> rejects,
            @Nullable String message) {
        return new Report(
                run,
                state,
                descriptor.name(),
                descriptor.created(),
                descriptor.mode().word(),
                take.counts(),
                rejects,
                take.notices(),
                message);
    }
}
