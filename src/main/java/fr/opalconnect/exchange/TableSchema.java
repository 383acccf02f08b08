package fr.opalconnect.exchange;

import fr.opalconnect.exchange.Column.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One of the files of a package, read from the Table Schema that is published for it: the only place where columns,
/// types,
/// keys and references are written.
///
/// @param name       the resource's name, which is the file's name without its ending
/// @param primaryKey names of columns
/// @param version another when anything in the Table Schema is
record TableSchema(
        String name, List<Column> columns, List<String> primaryKey, List<Reference> references, String version) {
    /// @param columns of this file whose values have to be found in another, or in another line of the same
    /// @param keys    the columns that they are found in, in the same order
    record Reference(List<String> columns, String file, List<String> keys) {}

    /// The order in which files are taken: what is referred to comes first.
    static final List<String> FILES = List.of(
            "agences",
            "conseillers",
            "logements",
            "locataires",
            "baux",
            "titulaires",
            "avis",
            "ecritures",
            "documents",
            "decomptes");

    /// What a whole package may leave out: then nothing is known of it, and what is in place stays.
    static final Set<String> OPTIONAL = Set.of("decomptes");

    /// Columns that came later: most exports do not have them, and nobody is told each night.
    static final Set<String> LATER = Set.of("escalier");

    private static final List<TableSchema> ALL =
            FILES.stream().map(TableSchema::read).toList();

    /// All, in the order in which they are taken.
    static List<TableSchema> all() {
        return ALL;
    }

    static TableSchema of(String file) {
        return ALL.get(FILES.indexOf(file));
    }

    Column column(String wanted) {
        return columns.stream()
                .filter(column -> column.name().equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    /// The name that people use: `baux.csv`.
    String fileName() {
        return name + ".csv";
    }

    private static TableSchema read(String file) {
        try (InputStream in =
                Objects.requireNonNull(TableSchema.class.getResourceAsStream("schemas/" + file + ".json"), file)) {
            byte[] bytes = in.readAllBytes();
            JsonNode json = JsonMapper.shared().readTree(bytes);
            List<Column> columns = new ArrayList<>();
            json.path("fields").forEach(field -> columns.add(column(field)));
            List<Reference> references = new ArrayList<>();
            json.path("foreignKeys").forEach(reference -> references.add(reference(file, reference)));
            return new TableSchema(
                    file,
                    List.copyOf(columns),
                    texts(json.path("primaryKey")),
                    List.copyOf(references),
                    Long.toHexString(Fingerprint.of(bytes, 0, bytes.length)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An empty resource means the file itself.
    private static Reference reference(String file, JsonNode json) {
        String other = json.path("reference").path("resource").asString();
        return new Reference(
                texts(json.path("fields")),
                other.isEmpty() ? file : other,
                texts(json.path("reference").path("fields")));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString()));
        return List.copyOf(texts);
    }

    private static Column column(JsonNode field) {
        JsonNode constraints = field.path("constraints");
        Kind kind = Kind.valueOf(field.path("type").asString().toUpperCase(Locale.ROOT));
        return new Column(
                field.path("name").asString(),
                kind,
                constraints.path("required").asBoolean(false),
                texts(constraints.path("enum")),
                constraints.has("pattern")
                        ? Pattern.compile(constraints.path("pattern").asString())
                        : null,
                texts(field.path("missingValues")).stream()
                        .filter(value -> !value.isEmpty())
                        .toList(),
                bound(constraints, "minimum", kind),
                bound(constraints, "maximum", kind),
                constraints.path("maxLength").asInt(0));
    }

    private static @Nullable Long bound(JsonNode constraints, String name, Kind kind) {
        if (!constraints.has(name)) {
            return null;
        }
        JsonNode bound = constraints.path(name);
        return switch (kind) {
            case NUMBER -> bound.asLong() * 100;
            case DATE -> LocalDate.parse(bound.asString()).toEpochDay();
            case YEARMONTH -> YearMonth.parse(bound.asString()).atDay(1).toEpochDay();
            default -> bound.asLong();
        };
    }
}
