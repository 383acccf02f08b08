package fr.opalconnect.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The folder that the ERP drops its packages into. Each one is taken, the oldest first, and moved aside: to `done`
/// when it is in place, to `refused` when it is not. What waits for somebody's yes stays in `waiting`.
@Component
class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    /// What was written to this lately may not be whole yet.
    private static final Duration QUIET = Duration.ofSeconds(20);

    /// It comes back in a minute: nothing is gained by waiting for another import.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private static final String WAITING = "waiting";

    private final Imports imports;
    private final ImportLogTable log;
    private final ExchangeSettings settings;
    private final InstantSource clock;

    Inbox(Imports imports, ImportLogTable log, ExchangeSettings settings, InstantSource clock) {
        this.imports = imports;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    /// Takes what has arrived; does nothing when no folder is named.
    void empty() throws IOException {
        Path folder = settings.inbox();
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        for (Path arrived : arrived(folder)) {
            Report report = imports.take(arrived, false, PATIENCE);
            LOG.info(
                    "package {}: {}, {} lines, {} rejected",
                    arrived.getFileName(),
                    report.state(),
                    report.read(),
                    report.rejected());
            if (report.state() == Report.State.BUSY) {
                return; // they stay where they are, and in their order
            }
            moveAside(arrived, folder, report);
        }
    }

    /// Somebody has said yes to a package that waited.
    ///
    /// @return whether it was looked at: not while another one is being taken
    boolean takeWaiting(Path waiting) throws IOException {
        Report report = imports.take(waiting, true, PATIENCE);
        LOG.info("confirmed package {}: {}", waiting.getFileName(), report.state());
        if (report.state() == Report.State.BUSY) {
            return false;
        }
        if (isWaiting(waiting) && report.state() != Report.State.WAITING) {
            move(waiting, place(report));
        }
        return true;
    }

    /// Somebody has said no.
    void refuseWaiting(Path waiting) throws IOException {
        if (isWaiting(waiting) && Files.exists(waiting)) {
            move(waiting, "refused");
        }
    }

    /// Only what this inbox moved aside is moved again: a package that was given by hand belongs to whoever gave it.
    private boolean isWaiting(Path path) {
        Path folder = settings.inbox();
        return folder != null
                && path.toAbsolutePath().startsWith(folder.toAbsolutePath().resolve(WAITING));
    }

    private void move(Path waiting, String place) throws IOException {
        Path aside =
                Files.createDirectories(Objects.requireNonNull(settings.inbox()).resolve(place));
        Files.move(waiting, aside.resolve(String.valueOf(waiting.getFileName())));
    }

    private List<Path> arrived(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Inbox::isPackage)
                    .filter(entry -> writtenAt(entry).isBefore(clock.instant().minus(QUIET)))
                    .sorted(Comparator.comparing(Inbox::writtenAt))
                    .toList();
        }
    }

    private static boolean isPackage(Path entry) {
        return entry.toString().endsWith(".zip") || Files.isRegularFile(entry.resolve("datapackage.json"));
    }

    /// The latest of the entry and what is in it.
    private static Instant writtenAt(Path entry) {
        try (Stream<Path> all = Files.walk(entry)) {
            Instant latest = Instant.EPOCH;
            for (Path path : all.toList()) {
                FileTime time = Files.getLastModifiedTime(path);
                latest = time.toInstant().isAfter(latest) ? time.toInstant() : latest;
            }
            return latest;
        } catch (IOException e) {
            return Instant.MAX; // being written or moved right now
        }
    }

    private void moveAside(Path arrived, Path folder, Report report) throws IOException {
        Path aside = Files.createDirectories(folder.resolve(place(report)));
        Path moved = aside.resolve(STAMP.format(clock.instant()) + "-" + arrived.getFileName());
        Files.move(arrived, moved);
        if (report.run() != null) {
            log.moved(report.run(), moved.toAbsolutePath().toString());
        }
    }

    private static String place(Report report) {
        return switch (report.state()) {
            case APPLIED, UNCHANGED -> "done";
            case WAITING -> WAITING;
            default -> "refused";
        };
    }
}
