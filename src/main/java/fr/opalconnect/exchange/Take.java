package fr.opalconnect.exchange;

import fr.opalconnect.exchange.Descriptor.Mode;
import fr.opalconnect.exchange.Descriptor.Resource;
import fr.opalconnect.exchange.Report.Counts;
import fr.opalconnect.platform.FileIntake;
import fr.opalconnect.platform.Intake;
import fr.opalconnect.platform.Merge;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One package on its way in: staged, checked, applied.
final class Take {
    private final ImportConnection work;
    private final Map<String, Intake> intakes;
    private final Descriptor descriptor;
    private final @Nullable Long run;
    private final ImportProgress progress;
    private final List<StagedFile> files;
    private final Checks checks;
    private final Map<String, Counts> counts = new LinkedHashMap<>();
    private final Map<String, Long> openAfterFirst = new HashMap<>();

    /// @param run null when the package is only looked at
    Take(
            ImportConnection work,
            Map<String, Intake> intakes,
            Descriptor descriptor,
            @Nullable Long run,
            ImportProgress progress) {
        this.work = work;
        this.intakes = intakes;
        this.descriptor = descriptor;
        this.run = run;
        this.progress = progress;
        this.files =
                descriptor.resources().values().stream().map(StagedFile::new).toList();
        this.checks = new Checks(work.jdbc(), intakes);
    }

    Map<String, Counts> counts() {
        return counts;
    }

    List<String> notices() {
        List<String> all = new ArrayList<>(descriptor.notices());
        files.forEach(file -> all.addAll(file.notices()));
        return all;
    }

    /// What was told before and is not told any more; null when there is nothing to say.
    @Nullable
    String warning() {
        String all = files.stream().flatMap(file -> file.keptNotices().stream()).collect(Collectors.joining(" ; "));
        return all.isEmpty() ? null : all;
    }

    /// Reads every file.
    ///
    /// @param side a second connection; closed here
    void stage(PackageFiles source, Connection side) throws IOException, SQLException, PackageRefused {
        Staging.create(work.jdbc());
        List<Reject> faults = new ArrayList<>();
        try (SideNotes notes = new SideNotes(side, run, isWhole())) {
            for (StagedFile file : files) {
                progress.step(ImportProgress.Step.READING, file.path());
                try {
                    new FileStager(work, notes, file, progress).stage(source);
                } catch (PackageRefused e) {
                    faults.addAll(e.faults());
                } catch (UnreadableFile e) {
                    faults.add(e.fault());
                }
            }
            notes.write();
        }
        if (!faults.isEmpty()) {
            throw new PackageRefused(faults);
        }
    }

    /// Looks at the files together, and at those that their lines name.
    ///
    /// @param keep whether the files that lines name are put away, too
    void check(List<FileIntake> takers, PackageFiles contents, boolean keep) throws IOException {
        progress.step(ImportProgress.Step.CHECKING, null);
        checks.run(files, isWhole());
        checks.takeFiles(
                takers.stream()
                        .filter(taker -> descriptor.resources().containsKey(taker.file()))
                        .toList(),
                contents,
                keep);
        files.forEach(file -> counts.put(
                file.name(), new Counts(file.read(), file.rejected() + checks.rejected(file.name()), 0, 0, 0)));
    }

    /// The first rejects of each file, in the order of the files and their lines. What was rejected only because of
    /// another line gives way to the faults that somebody has to put right.
    List<Reject> rejects() {
        return work.jdbc()
                .sql(Staging.NAMES.fill("""
                        SELECT file, line, column_name, value, reason
                        FROM (SELECT *, row_number() OVER (
                                  PARTITION BY file
                                  ORDER BY reason LIKE '« % est lui-même rejeté (%', line NULLS FIRST) AS place
                              FROM {rejects}) r
                        WHERE place <= :most
                        ORDER BY array_position(:files::text[], file), line NULLS FIRST, column_name
                        """))
                .param("files", "{" + String.join(",", TableSchema.FILES) + "}")
                .param("most", Report.FAULTS_OF_A_FILE)
                .query((row, index) -> new Reject(
                        path(row.getString("file")),
                        row.getObject("line", Integer.class),
                        row.getString("column_name"),
                        row.getString("value"),
                        row.getString("reason")))
                .list();
    }

    private String path(String file) {
        Resource resource = descriptor.resources().get(file);
        return resource == null ? file + ".csv" : resource.path();
    }

    /// Files of which so much would change that somebody should look first; empty when all is well.
    List<String> brakes(ExchangeSettings settings) {
        List<String> brakes = new ArrayList<>();
        for (StagedFile file : files) {
            Merge.Size size = merge(file.name()).size();
            if (size.touched() == 0) {
                continue;
            }
            // Counted only as far as it matters: beyond this, so little of the table is touched that nobody asks.
            double enough = Math.min(1e15, Math.ceil(size.touched() / settings.brakeShare()) + 1);
            long open = merge(file.name()).countOpen((long) enough);
            boolean empties = size.closed() > 0 && size.closed() >= open;
            boolean heavy = size.touched() >= settings.brakeFrom() && size.touched() > settings.brakeShare() * open;
            if (empties || heavy) {
                brakes.add(file.path() + " : sur " + open + " lignes en place, " + size.changed() + " changeraient et "
                        + size.closed() + " seraient fermées");
            }
        }
        return brakes;
    }

    /// Inside a transaction.
    ///
    /// @throws KnownLinesMistaken when what was known of the last package turns out not to be what is in place
    void apply(Instant now) {
        intakes.values().forEach(intake -> intake.merging(work.jdbc(), Staging.NAMES));
        counts.replaceAll((file, count) -> {
            Merge.Done done = merge(file).apply(now);
            if (done.first()) {
                openAfterFirst.put(file, done.added());
            }
            return new Counts(count.read(), count.rejected(), done.added(), done.changed(), done.closed());
        });
        intakes.values().forEach(intake -> intake.merged(work.jdbc(), Staging.NAMES));
        intakes.values().forEach(intake -> intake.standsAt(work.jdbc(), descriptor.created()));
        remember();
    }

    /// For the next night: of which files the lines are the open rows, all of them and no others.
    private void remember() {
        KnownLinesTable lines = new KnownLinesTable(work.jdbc());
        lines.forget(counts.keySet());
        for (StagedFile file : files) {
            if (run == null || !isWhole() || count(file).rejected() > 0 || checks.isWithheld(file.name())) {
                continue;
            }
            if (countOpen(file.name()) == file.read()) {
                lines.remember(file.name(), run, file.layout(), file.chunks());
            } else if (file.isCompared()) {
                throw new KnownLinesMistaken();
            }
        }
    }

    private long countOpen(String file) {
        Long afterFirst = openAfterFirst.get(file);
        return afterFirst != null ? afterFirst : merge(file).countOpen(Long.MAX_VALUE);
    }

    /// Somebody else wrote to the tables. The package has to be compared with them instead.
    static final class KnownLinesMistaken extends RuntimeException {}

    private Counts count(StagedFile file) {
        return Objects.requireNonNull(counts.get(file.name()));
    }

    private boolean isWhole() {
        return descriptor.mode() == Mode.FULL;
    }

    /// What grew a lot has to be known to the planner before the first page asks.
    void analyze() {
        work.jdbc().sql("RESET default_statistics_target").update();
        counts.forEach((file, count) -> {
            if (count.added() + count.changed() > count.read() / 10) {
                work.jdbc().sql("ANALYZE " + mapping(file).table()).update();
            }
        });
    }

    private Merge merge(String file) {
        return new Merge(work.jdbc(), Staging.NAMES, mapping(file));
    }

    private fr.opalconnect.platform.Mapping mapping(String file) {
        return Objects.requireNonNull(intakes.get(file), file).mapping();
    }
}
