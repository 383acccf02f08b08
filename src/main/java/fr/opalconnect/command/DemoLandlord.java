package fr.opalconnect.command;

import fr.opalconnect.exchange.Imports;
import fr.opalconnect.exchange.Report;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.PackageMaker;
import fr.opalconnect.sample.Recipe;
import fr.opalconnect.tenancy.Tenancies;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/// Brings the demo landlord in, through the same import as any other. Its package is written while the program starts.
final class DemoLandlord {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Path folder;
    private final CompletableFuture<Long> lines = new CompletableFuture<>();

    /// @param data the folder in which the package comes to lie
    DemoLandlord(Path data) {
        this.folder = data.resolve("package");
    }

    /// Writes the package. [#moveIn] waits for it.
    void write() {
        try {
            Recipe recipe = Recipe.demo(lastNight(InstantSource.system()));
            lines.complete(new PackageMaker(recipe)
                    .writeTo(folder).values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
        } catch (IOException | RuntimeException e) {
            lines.completeExceptionally(e);
        }
    }

    void moveIn(Program program, Progress progress) {
        refuseAnother(program);
        progress.step("Bringing the demo landlord in: %,d lines".formatted(written()));
        // Somebody who starts the demo again after months has said yes to all that has changed since.
        Report report = program.get(Imports.class).take(folder, true);
        if (!report.isFaultless()) {
            String why = report.rejects().stream()
                    .limit(3)
                    .map(ReportPrint::sentence)
                    .collect(Collectors.joining("; "));
            throw new Failure("The demo landlord does not come in (%s): %s %s Give an empty data folder with --data."
                    .formatted(report.state(), Objects.requireNonNullElse(report.message(), ""), why));
        }
    }

    private long written() {
        try {
            return lines.join();
        } catch (CompletionException e) {
            throw new Failure("The demo landlord's package cannot be written to " + folder + ": "
                    + Objects.requireNonNull(e.getCause()).getMessage());
        }
    }

    /// What the demonstration brings in is whole: it would close all that is another's.
    private static void refuseAnother(Program program) {
        if (program.get(Imports.class).haveAny()
                && program.get(Tenancies.class).find(Cast.NADIA_BENALI.tenant()) == null) {
            throw new Failure(
                    "The database already has a landlord, who is not the demonstration's. Nothing was changed."
                            + " Give the demonstration a database of its own: unset OPAL_DATABASE_URL, or give another folder"
                            + " with --data.");
        }
    }

    /// The day of the last nightly export: before ten past five in the morning it is still yesterday's.
    private static LocalDate lastNight(InstantSource clock) {
        var now = clock.instant().atZone(PARIS);
        boolean exported = now.toLocalTime().isAfter(LocalTime.of(5, 12));
        return exported ? now.toLocalDate() : now.toLocalDate().minusDays(1);
    }
}
