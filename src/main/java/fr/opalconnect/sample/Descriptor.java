package fr.opalconnect.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// `datapackage.json` and the Table Schemas that it names.
final class Descriptor {
    private static final String SCHEMAS = "/fr/opalconnect/exchange/schemas/";

    private final Recipe recipe;

    Descriptor(Recipe recipe) {
        this.recipe = recipe;
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("schemas"));
        for (PackageFile file : PackageFile.values()) {
            String schema = file.resource() + ".json";
            try (InputStream in = Descriptor.class.getResourceAsStream(SCHEMAS + schema)) {
                if (in != null) {
                    Files.write(folder.resolve("schemas").resolve(schema), in.readAllBytes());
                }
            }
        }
        Files.writeString(folder.resolve("datapackage.json"), json());
    }

    private String json() {
        String resources = PackageFile.of(recipe).stream()
                .map(file -> """
                            {
                              "name": "%1$s",
                              "path": "%1$s.csv",
                              "profile": "tabular-data-resource",
                              "encoding": "%2$s",
                              "dialect": { "delimiter": "%3$s" },
                              "schema": "schemas/%1$s.json"
                            }\
                        """.formatted(file.resource(), recipe.dialect().encoding, recipe.dialect().delimiter))
                .collect(Collectors.joining(",\n"));
        return """
                {
                  "name": "bailleur-de-demonstration",
                  "profile": "tabular-data-package",
                  "created": "%s",
                  "mode": "%s",
                  "resources": [
                %s
                  ]
                }
                """.formatted(recipe.created(), recipe.delta() ? "delta" : "full", resources);
    }
}
