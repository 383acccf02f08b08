package fr.opalconnect.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one CSV file into its staging table: each line is checked against the Table Schema as it passes. A line that
/// the last whole package had too is passed over.
final class FileStager {
    private final ImportConnection work;
    private final SideNotes notes;
    private final StagedFile file;
    private final ImportProgress progress;
    private final List<Cell> cells;
    private final PerhapsTwice keysSeen = new PerhapsTwice();

    FileStager(ImportConnection work, SideNotes notes, StagedFile file, ImportProgress progress) {
        this.progress = progress;
        this.work = work;
        this.notes = notes;
        this.file = file;
        this.cells = file.schema().columns().stream().map(Cell::new).toList();
    }

    /// @throws PackageRefused when the file's form lets nobody read it
    void stage(PackageFiles files) throws IOException, SQLException, PackageRefused {
        try {
            if (!stage(files, true)) {
                notes.forget(file.name());
                stage(files, false);
            }
        } catch (PackageRefused e) {
            throw new PackageRefused(
                    List.of(Reject.ofFile(file.path(), e.faults().getFirst().reason())));
        }
    }

    /// @return false when too much is different for the comparison with last time to be worth its while
    private boolean stage(PackageFiles files, boolean compare) throws IOException, SQLException, PackageRefused {
        keysSeen.clear();
        try (InputStream in = files.open(file.path())) {
            CsvReader csv = new CsvReader(
                    Utf8Input.of(in, file.dialect().charset()),
                    file.dialect().delimiter(),
                    file.dialect().quote());
            FileHeader header = FileHeader.read(csv, file.schema(), file.resource());
            file.begin(header, header.notices(file.schema(), file.resource()));
            KnownLines known = compare ? notes.known(file) : null;
            if (!copy(csv, header, known)) {
                return false;
            }
            if (known != null) {
                file.compared();
                copyKeys(known.left());
            }
        }
        work.jdbc().sql("ANALYZE " + rows()).update();
        return true;
    }

    private boolean copy(CsvReader csv, FileHeader header, @Nullable KnownLines known)
            throws IOException, SQLException, PackageRefused {
        LineRecorder recorder = notes.recorder(file);
        work.connection().setAutoCommit(false);
        work.jdbc().sql("TRUNCATE " + rows()).update();
        try (CopyRows rows = new CopyRows(
                work.connection(),
                "COPY " + rows() + " (" + Staging.columns(file.schema()) + ") FROM STDIN (FORMAT binary, FREEZE)")) {
            while (csv.next()) {
                file.countRead();
                progress.read(file.read());
                long fingerprint = csv.fingerprint();
                if (known != null && known.meets(fingerprint)) {
                    recorder.add(fingerprint, known.metChunk(), known.metLine());
                } else if (known != null && known.isHopeless()) {
                    return false;
                } else if (take(csv, header, rows)) {
                    recorder.add(fingerprint, csv, header.keys());
                }
            }
            rows.end();
            file.recorded(recorder.end());
            return true;
        } finally {
            work.connection().commit();
            work.connection().setAutoCommit(true);
        }
    }

    /// @return whether the line was staged
    private boolean take(CsvReader csv, FileHeader header, CopyRows rows) throws SQLException {
        csv.unquote();
        String fault = fault(csv, header);
        if (fault != null) {
            notes.reject(new Reject(file.name(), csv.line(), null, csv.text(0), fault));
            file.countRejected();
            file.keyUnreadable();
            if (isKeyThere(csv, header)) {
                refuse(csv, header);
            }
            return false;
        }
        boolean right = true;
        rows.beginRow(cells.size() + 1);
        rows.int4(csv.line());
        for (int i = 0; i < cells.size(); i++) {
            int place = header.place(i);
            int from = place < 0 ? 0 : csv.start(place);
            int to = place < 0 ? 0 : csv.end(place);
            String reason = cells.get(i).write(csv.buffer(), from, to, csv.isAscii(), rows);
            if (reason != null) {
                right = false;
                String column = file.schema().columns().get(i).name();
                notes.reject(new Reject(file.name(), csv.line(), column, csv.text(place), reason));
            }
        }
        if (!right) {
            rows.dropRow();
            file.countRejected();
            refuse(csv, header);
            return false;
        }
        rows.endRow();
        if (keysSeen.add(keyFingerprint(csv, header))) {
            notes.suspect(file.name(), csv.line());
        }
        return true;
    }

    private static long keyFingerprint(CsvReader csv, FileHeader header) {
        long print = 0;
        for (int place : header.keys()) {
            print = Fingerprint.of(print, csv.buffer(), csv.start(place), csv.end(place));
        }
        return print;
    }

    private static @Nullable String fault(CsvReader csv, FileHeader header) {
        if (csv.fault() != null) {
            return csv.fault();
        }
        if (csv.cells() != header.width()) {
            return "la ligne a " + csv.cells() + " valeurs au lieu de " + header.width();
        }
        return csv.hasZero() ? "la ligne contient un octet nul, qui n’est pas du texte" : null;
    }

    /// Whether the key can be read, as far as anybody can tell of a line that is not as it should be: then what refers
    /// to it hears why.
    private static boolean isKeyThere(CsvReader csv, FileHeader header) {
        for (int place : header.keys()) {
            if (place >= csv.cells() || csv.start(place) == csv.end(place)) {
                return false;
            }
        }
        return true;
    }

    /// A line that is there but cannot be taken has not disappeared.
    private void refuse(CsvReader csv, FileHeader header) throws SQLException {
        List<String> key = new ArrayList<>();
        for (int place : header.keys()) {
            key.add(csv.text(place));
            if (csv.start(place) == csv.end(place)) {
                file.keyUnreadable();
            }
        }
        notes.refuse(file.name(), key, csv.line());
    }

    private void copyKeys(KeyList left) throws SQLException, IOException {
        String table = Staging.left(file.name());
        try (CopyRows keys = new CopyRows(work.connection(), "COPY " + table + " FROM STDIN (FORMAT binary)")) {
            left.writeTo(keys, file.schema().primaryKey().size());
            keys.end();
        }
    }

    private String rows() {
        return Staging.NAMES.rows(file.name());
    }
}
