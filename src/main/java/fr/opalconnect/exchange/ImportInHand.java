package fr.opalconnect.exchange;

import fr.opalconnect.exchange.Report.State;
import fr.opalconnect.platform.Intake;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The row that stands for the import, and how it may end.
final class ImportInHand {
    final ImportConnection work;
    final ImportRunTable runs;
    final long id;
    private final Collection<Intake> intakes;
    private final ExchangeSettings settings;
    private final InstantSource clock;

    ImportInHand(
            ImportConnection work,
            ImportRunTable runs,
            long id,
            Collection<Intake> intakes,
            ExchangeSettings settings,
            InstantSource clock) {
        this.work = work;
        this.runs = runs;
        this.id = id;
        this.intakes = intakes;
        this.settings = settings;
        this.clock = clock;
    }

    Report unchanged(Descriptor descriptor, Take take) throws SQLException {
        return work.inTransaction(() -> {
            intakes.forEach(intake -> intake.standsAt(work.jdbc(), descriptor.created()));
            return end(State.UNCHANGED, descriptor, take, List.of(), null);
        });
    }

    Report decide(Descriptor descriptor, Take take, ImportProgress progress, boolean confirmed) throws SQLException {
        List<Reject> rejects = take.rejects();
        Admission admission = new Admission(settings, clock);
        String refusal = admission.tooManyRejects(take);
        if (refusal != null) {
            return end(State.REFUSED, descriptor, take, rejects, refusal);
        }
        String brake = confirmed ? null : admission.brake(take);
        if (brake != null) {
            return end(State.WAITING, descriptor, take, rejects, brake);
        }
        progress.step(ImportProgress.Step.APPLYING, null);
        Report report = work.inTransaction(() -> {
            take.apply(clock.instant());
            return end(State.APPLIED, descriptor, take, rejects, null);
        });
        take.analyze();
        return report;
    }

    Report refused(String name, PackageRefused why) {
        runs.keepRejects(id, why.faults());
        runs.end(id, State.REFUSED, why.getMessage(), Map.of(), clock.instant());
        return Imports.refused(id, name, why);
    }

    void failed() {
        try {
            runs.end(
                    id,
                    State.FAILED,
                    "l’import a échoué ; le journal du programme dit pourquoi",
                    Map.of(),
                    clock.instant());
        } catch (RuntimeException e) {
            // The connection is gone: the next import finds this one abandoned and says so.
        }
    }

    /// The desk reads the message; whoever has the report finds warnings among its notices.
    private Report end(State state, Descriptor descriptor, Take take, List<Reject> rejects, @Nullable String message) {
        runs.keepRejects(id, rejects);
        runs.end(id, state, message == null ? take.warning() : message, take.counts(), clock.instant());
        return Imports.report(id, state, descriptor, take, rejects, message);
    }
}
