package fr.opalconnect.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
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

    /// Those that could not be moved aside, as they were: nobody takes them again every minute.
    private final Map<Path, Instant> stuck = new ConcurrentHashMap<>();

    private volatile boolean missed;

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
        if (folder == null || isMissing(folder)) {
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

    /// Said once: a folder that is misspelt, or not mounted, looks like an ERP that sends nothing.
    private boolean isMissing(Path folder) {
        boolean missing = !Files.isDirectory(folder) || !Files.isReadable(folder);
        if (missing && !missed) {
            LOG.warn("The inbox {} is no folder that can be read: no package is taken until it is.", folder);
        }
        missed = missing;
        return missing;
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
                    .filter(entry -> !writtenAt(entry).equals(stuck.get(entry)))
                    .sorted(Comparator.comparing(Inbox::writtenAt))
                    .toList();
        }
    }

    private static boolean isPackage(Path entry) {
        return entry.toString().toLowerCase(Locale.ROOT).endsWith(".zip")
                || Files.isRegularFile(entry.resolve("datapackage.json"));
    }

    /// The latest of the entry and what is in it, as far as it can be seen: whether it can be read is told by the
    /// import, in words.
    private static Instant writtenAt(Path entry) {
        try (Stream<Path> all = Files.walk(entry)) {
            Instant latest = Instant.EPOCH;
            for (Path path : all.toList()) {
                FileTime time = Files.getLastModifiedTime(path);
                latest = time.toInstant().isAfter(latest) ? time.toInstant() : latest;
            }
            return latest;
        } catch (UncheckedIOException e) {
            return e.getCause() instanceof AccessDeniedException ? touchedAt(entry) : Instant.MAX;
        } catch (IOException e) {
            return Instant.MAX; // being written or moved right now
        }
    }

    private static Instant touchedAt(Path entry) {
        try {
            return Files.getLastModifiedTime(entry).toInstant();
        } catch (IOException e) {
            return Instant.MAX;
        }
    }

    private void moveAside(Path arrived, Path folder, Report report) throws IOException {
        Path aside = Files.createDirectories(folder.resolve(place(report)));
        Path moved = aside.resolve(STAMP.format(clock.instant()) + "-" + arrived.getFileName());
        try {
            Files.move(arrived, moved);
        } catch (AccessDeniedException e) {
            LOG.warn("package {} may not be moved to {}: it stays, and is not taken again", arrived, aside);
            stuck.put(arrived, writtenAt(arrived));
            return;
        }
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
