package fr.opalconnect.exchange;

import fr.opalconnect.exchange.Descriptor.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What was found while one file of a package was read.
final class StagedFile {
    private final TableSchema schema;
    private final Resource resource;
    private List<String> notices = List.of();
    private List<String> missing = List.of();
    private Set<String> kept = Set.of();
    private String layout = "";
    private long read;
    private long rejected;
    private int chunks;
    private boolean compared;
    private boolean keysReadable = true;

    StagedFile(Resource resource) {
        this.schema = TableSchema.of(resource.name());
        this.resource = resource;
    }

    /// Its first line has been read; all counting begins.
    void begin(FileHeader header, List<String> odd) {
        layout = header.layout();
        notices = odd;
        missing = header.missing(schema);
        kept = Set.of();
        read = 0;
        rejected = 0;
        compared = false;
        keysReadable = true;
    }

    void countRead() {
        read++;
    }

    void countRejected() {
        rejected++;
    }

    void keyUnreadable() {
        keysReadable = false;
    }

    void recorded(int inChunks) {
        chunks = inChunks;
    }

    void compared() {
        compared = true;
    }

    String name() {
        return schema.name();
    }

    TableSchema schema() {
        return schema;
    }

    Resource resource() {
        return resource;
    }

    String path() {
        return resource.path();
    }

    Dialect dialect() {
        return resource.dialect();
    }

    List<String> notices() {
        List<String> all = new ArrayList<>(notices);
        all.addAll(keptNotices());
        missing.stream()
                .filter(column -> !kept.contains(column) && !TableSchema.LATER.contains(column))
                .forEach(column ->
                        all.add(path() + " : la colonne « " + column + " » manque, elle est prise pour vide"));
        return all;
    }

    /// What somebody should look into: a column that was there before.
    List<String> keptNotices() {
        return missing.stream()
                .filter(kept::contains)
                .map(column -> path() + " : la colonne « " + column + " » manque, ses valeurs en place restent")
                .toList();
    }

    /// The columns that it could have and has not.
    Set<String> missing() {
        return Set.copyOf(missing);
    }

    /// @param columns missing ones, of which values are in place
    void kept(Set<String> columns) {
        kept = columns;
    }

    String layout() {
        return layout;
    }

    long read() {
        return read;
    }

    /// How many of its lines are not what the Table Schema says.
    long rejected() {
        return rejected;
    }

    /// How many chunks its lines were recorded in.
    int chunks() {
        return chunks;
    }

    /// Whether only the lines that differ from last time are staged.
    boolean isCompared() {
        return compared;
    }

    /// Whether it can be told of every line what it is about. If not, nobody can tell what disappeared.
    boolean areKeysReadable() {
        return keysReadable;
    }
}
