package fr.opalconnect.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// A package describes itself as the exchange wants it.
class SchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path temp;

    @Test
    void the_descriptor_names_nine_files_and_their_schemas() throws IOException {
        new PackageMaker(Recipe.of(5, 1, 1, LocalDate.of(2026, 11, 23))).writeTo(temp);
        JsonNode descriptor = JSON.readTree(temp.resolve("datapackage.json").toFile());
        assertThat(descriptor.get("profile").asString()).isEqualTo("tabular-data-package");
        assertThat(descriptor.get("created").asString()).isEqualTo("2026-11-23T04:12:00Z");
        assertThat(descriptor.get("mode").asString()).isEqualTo("full");
        assertThat(descriptor.get("resources")).hasSize(9);
        for (JsonNode resource : descriptor.get("resources")) {
            assertThat(temp.resolve(resource.get("path").asString())).isNotEmptyFile();
            assertThat(temp.resolve(resource.get("schema").asString())).isNotEmptyFile();
        }
    }

    @Test
    void the_columns_are_those_of_the_table_schemas() throws IOException {
        new PackageMaker(Recipe.of(1, 1, 1, LocalDate.of(2026, 11, 23))).writeTo(temp);
        for (PackageFile file : PackageFile.values()) {
            JsonNode schema = JSON.readTree(
                    temp.resolve("schemas/" + file.resource() + ".json").toFile());
            List<String> names = StreamSupport.stream(schema.get("fields").spliterator(), false)
                    .map(field -> field.get("name").asString())
                    .toList();
            assertThat(file.columns.split(",", -1)).containsExactlyElementsOf(names);
        }
    }

    @Test
    void the_ledger_schema_knows_every_nature() throws IOException {
        new PackageMaker(Recipe.of(1, 1, 1, LocalDate.of(2026, 11, 23))).writeTo(temp);
        String schema =
                JSON.readTree(temp.resolve("schemas/ecritures.json").toFile()).toString();
        assertThat(Arrays.stream(Nature.values()))
                .allSatisfy(nature -> assertThat(schema).contains("\"" + nature.name() + "\""));
    }
}
