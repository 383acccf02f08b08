package fr.opalconnect.exchange;

import fr.opalconnect.exchange.Descriptor.Resource;
import java.util.List;

/// What was found while one file of a package was read.
final class StagedFile {
    private final TableSchema schema;
    private final Resource resource;
    private List<String> notices = List.of();
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
        return notices;
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
