package fr.opalconnect.exchange;

import fr.opalconnect.exchange.Descriptor.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads one CSV file into its staging table: each line is checked against the Table Schema as it passes.
final class FileStager {
    private final ImportConnection work;
    private final SideNotes notes;
    private final TableSchema schema;
    private final Resource resource;
    private final List<Cell> cells;
    /// Which cell of a line is the column, in the order of the schema; -1 when the file does not have it.
    private final int[] places;

    private final List<Integer> keys;
    private final PerhapsTwice keysSeen = new PerhapsTwice();
    private long read;
    private long rejected;
    private int width;

    FileStager(ImportConnection work, SideNotes notes, TableSchema schema, Resource resource) {
        this.work = work;
        this.notes = notes;
        this.schema = schema;
        this.resource = resource;
        this.cells = schema.columns().stream().map(Cell::new).toList();
        this.places = new int[cells.size()];
        this.keys = schema.primaryKey().stream()
                .map(key -> schema.columns().indexOf(schema.column(key)))
                .toList();
    }

    /// @throws PackageRefused when the file's form lets nobody read it
    void stage(InputStream in) throws IOException, SQLException, PackageRefused {
        CsvReader csv = new CsvReader(
                Utf8Input.of(in, resource.dialect().charset()),
                resource.dialect().delimiter(),
                resource.dialect().quote());
        try {
            header(csv);
            stage(csv);
        } catch (PackageRefused e) {
            throw new PackageRefused(
                    List.of(Reject.ofFile(resource.path(), e.faults().getFirst().reason())));
        }
    }

    long read() {
        return read;
    }

    long rejected() {
        return rejected;
    }

    private void header(CsvReader csv) throws IOException, PackageRefused {
        if (!csv.next()) {
            throw new PackageRefused("le fichier est vide : sa première ligne donne les noms des colonnes");
        }
        csv.unquote();
        List<String> names = new ArrayList<>();
        for (int cell = 0; cell < csv.cells(); cell++) {
            names.add(csv.text(cell));
        }
        width = names.size();
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            Column column = schema.columns().get(i);
            places[i] = names.indexOf(column.name());
            if (places[i] != names.lastIndexOf(column.name())) {
                throw new PackageRefused("la colonne « " + column.name() + " » y est deux fois");
            }
            if (places[i] < 0 && column.required()) {
                missing.add(column.name());
            }
        }
        if (!missing.isEmpty()) {
            throw new PackageRefused("il manque : " + String.join(", ", missing) + " (la première ligne donne : "
                    + String.join(", ", names) + ")");
        }
        Set<String> known = schema.columns().stream().map(Column::name).collect(Collectors.toSet());
        names.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> notes.notice(
                        resource.path() + " : la colonne « " + name + " » est inconnue, elle est ignorée"));
        schema.columns().stream()
                .filter(column -> !names.contains(column.name()))
                .forEach(column -> notes.notice(
                        resource.path() + " : la colonne « " + column.name() + " » manque, elle est prise pour vide"));
    }

    private void stage(CsvReader csv) throws IOException, SQLException, PackageRefused {
        String table = Staging.NAMES.rows(schema.name());
        work.connection().setAutoCommit(false);
        work.jdbc().sql("TRUNCATE " + table).update();
        try (CopyRows rows = new CopyRows(work.connection(), "COPY " + table + " FROM STDIN (FORMAT binary, FREEZE)")) {
            while (csv.next()) {
                read++;
                take(csv, rows);
            }
            rows.end();
        }
        work.connection().commit();
        work.connection().setAutoCommit(true);
        work.jdbc().sql("ANALYZE " + table).update();
    }

    private void take(CsvReader csv, CopyRows rows) throws SQLException {
        csv.unquote();
        String fault = fault(csv);
        if (fault != null) {
            notes.reject(new Reject(schema.name(), csv.line(), null, csv.text(0), fault));
            rejected++;
            return;
        }
        boolean right = true;
        rows.beginRow(cells.size() + 1);
        rows.int4(csv.line());
        for (int i = 0; i < places.length; i++) {
            int place = places[i];
            int from = place < 0 ? 0 : csv.start(place);
            int to = place < 0 ? 0 : csv.end(place);
            String reason = cells.get(i).write(csv.buffer(), from, to, csv.isAscii(), rows);
            if (reason != null) {
                right = false;
                notes.reject(new Reject(
                        schema.name(), csv.line(), schema.columns().get(i).name(), csv.text(place), reason));
            }
        }
        if (right) {
            rows.endRow();
            if (keysSeen.add(keyFingerprint(csv))) {
                notes.suspect(schema.name(), csv.line());
            }
        } else {
            rows.dropRow();
            rejected++;
            refuse(csv);
        }
    }

    private long keyFingerprint(CsvReader csv) {
        long print = 0;
        for (int key : keys) {
            int place = places[key];
            print = Fingerprint.of(print, csv.buffer(), csv.start(place), csv.end(place));
        }
        return print;
    }

    private @org.jspecify.annotations.Nullable String fault(CsvReader csv) {
        if (csv.fault() != null) {
            return csv.fault();
        }
        if (csv.cells() != width) {
            return "la ligne a " + csv.cells() + " valeurs au lieu de " + width;
        }
        return csv.hasZero() ? "la ligne contient un octet nul, qui n’est pas du texte" : null;
    }

    /// A line that is there but cannot be taken has not disappeared.
    private void refuse(CsvReader csv) throws SQLException {
        List<String> key = new ArrayList<>();
        keys.forEach(column -> key.add(csv.text(places[column])));
        notes.refuse(schema.name(), key, csv.line());
    }
}
