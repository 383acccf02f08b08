package fr.opalconnect.exchange;

import fr.opalconnect.exchange.Descriptor.Mode;
import fr.opalconnect.exchange.Descriptor.Resource;
import fr.opalconnect.exchange.Report.Counts;
import fr.opalconnect.platform.Intake;
import fr.opalconnect.platform.Merge;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One package on its way in: staged, checked, applied.
final class Take {
    private final ImportConnection work;
    private final Map<String, Intake> intakes;
    private final ExchangeSettings settings;
    private final Descriptor descriptor;
    private final Map<String, Counts> counts = new LinkedHashMap<>();
    private final List<String> notices;

    Take(ImportConnection work, Map<String, Intake> intakes, ExchangeSettings settings, Descriptor descriptor) {
        this.work = work;
        this.intakes = intakes;
        this.settings = settings;
        this.descriptor = descriptor;
        this.notices = new ArrayList<>(descriptor.notices());
    }

    Map<String, Counts> counts() {
        return counts;
    }

    List<String> notices() {
        return notices;
    }

    /// Reads every file, then looks at them together.
    ///
    /// @param side a second connection; closed here
    void stage(PackageFiles files, Connection side) throws IOException, SQLException, PackageRefused {
        Staging.create(work.jdbc());
        List<Reject> faults = new ArrayList<>();
        try (SideNotes notes = new SideNotes(side)) {
            for (Resource resource : descriptor.resources().values()) {
                FileStager stager = new FileStager(work, notes, TableSchema.of(resource.name()), resource);
                try (InputStream in = files.open(resource.path())) {
                    stager.stage(in);
                } catch (PackageRefused e) {
                    faults.addAll(e.faults());
                } catch (Counted.TooLarge e) {
                    faults.add(Reject.ofFile(resource.path(), String.valueOf(e.getMessage())));
                }
                counts.put(resource.name(), new Counts(stager.read(), stager.rejected(), 0, 0, 0));
            }
            notes.write();
            notices.addAll(notes.notices());
        }
        if (!faults.isEmpty()) {
            throw new PackageRefused(faults);
        }
    }

    void check() {
        Checks checks = new Checks(work.jdbc(), intakes);
        checks.run(counts.keySet(), descriptor.mode() == Mode.FULL);
        counts.replaceAll((file, count) -> new Counts(count.read(), count.rejected() + checks.rejected(file), 0, 0, 0));
    }

    /// The first rejects, in the order of the files and their lines.
    List<Reject> rejects(int most) {
        return work.jdbc()
                .sql(Staging.NAMES.fill("""
                        SELECT file, line, column_name, value, reason FROM {rejects}
                        ORDER BY array_position(:files::text[], file), line NULLS FIRST, column_name LIMIT :most
                        """))
                .param("files", "{" + String.join(",", TableSchema.FILES) + "}")
                .param("most", most)
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
    List<String> brakes() {
        List<String> brakes = new ArrayList<>();
        for (String file : counts.keySet()) {
            Merge.Size size = merge(file).size(touched -> (long) Math.ceil(touched / settings.brakeShare()) + 1);
            long touched = size.changed() + size.closed();
            long open = touched + size.others();
            boolean empties = size.closed() > 0 && size.closed() == open;
            boolean heavy = touched >= settings.brakeFrom() && touched > settings.brakeShare() * open;
            if (empties || heavy) {
                brakes.add(file + ".csv : " + size.changed() + " lignes changeraient et " + size.closed()
                        + " seraient fermées, sur " + (empties ? open : "moins de " + (open + 1)) + " en place");
            }
        }
        return brakes;
    }

    /// Inside a transaction.
    void apply(Instant now) {
        counts.replaceAll((file, count) -> {
            Merge.Done done = merge(file).apply(now);
            return new Counts(count.read(), count.rejected(), done.added(), done.changed(), done.closed());
        });
        intakes.values().forEach(intake -> intake.standsAt(work.jdbc(), descriptor.created()));
    }

    /// What grew a lot has to be known to the planner before the first page asks.
    void analyze() {
        work.jdbc().sql("RESET default_statistics_target").update();
        counts.forEach((file, count) -> {
            if (count.added() + count.changed() > 1000) {
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
