package fr.opalconnect.exchange;

import fr.opalconnect.exchange.Descriptor.Resource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The first line of a file: which cell of a line is which column.
final class FileHeader {
    private final List<String> names;
    private final int[] places;
    private final int[] keys;
    private final String layout;

    private FileHeader(List<String> names, TableSchema schema, String layout) {
        this.names = names;
        this.places = schema.columns().stream()
                .mapToInt(column -> names.indexOf(column.name()))
                .toArray();
        this.keys = schema.primaryKey().stream().mapToInt(names::indexOf).toArray();
        this.layout = layout;
    }

    /// How many cells a line has.
    int width() {
        return names.size();
    }

    /// Which cell is the column, by its number in the schema; -1 for one that the file does not have.
    int place(int column) {
        return places[column];
    }

    /// Which cells are the key.
    int[] keys() {
        return keys;
    }

    /// What two files have in common when equal lines mean the same in both.
    String layout() {
        return layout;
    }

    static FileHeader read(CsvReader csv, TableSchema schema, Resource resource) throws IOException, PackageRefused {
        if (!csv.next()) {
            throw new PackageRefused("le fichier est vide : sa première ligne donne les noms des colonnes");
        }
        String layout = schema.version() + " " + Long.toHexString(csv.fingerprint()) + " " + resource.dialect();
        csv.unquote();
        List<String> names = new ArrayList<>();
        for (int cell = 0; cell < csv.cells(); cell++) {
            names.add(csv.text(cell));
        }
        List<String> missing = new ArrayList<>();
        for (Column column : schema.columns()) {
            if (names.indexOf(column.name()) != names.lastIndexOf(column.name())) {
                throw new PackageRefused("la colonne « " + column.name() + " » y est deux fois");
            }
            if (column.required() && !names.contains(column.name())) {
                missing.add(column.name());
            }
        }
        if (!missing.isEmpty()) {
            throw new PackageRefused("il manque : " + String.join(", ", missing) + " (la première ligne donne : "
                    + String.join(", ", names) + ")");
        }
        return new FileHeader(names, schema, layout);
    }

    /// What is odd about the columns but does no harm.
    List<String> notices(TableSchema schema, Resource resource) {
        Set<String> known = schema.columns().stream().map(Column::name).collect(Collectors.toSet());
        List<String> notices = new ArrayList<>();
        names.stream()
                .filter(name -> !known.contains(name))
                .forEach(name ->
                        notices.add(resource.path() + " : la colonne « " + name + " » est inconnue, elle est ignorée"));
        return notices;
    }

    /// The columns that the file could have and has not.
    List<String> missing(TableSchema schema) {
        return schema.columns().stream()
                .map(Column::name)
                .filter(name -> !names.contains(name))
                .toList();
    }
}
