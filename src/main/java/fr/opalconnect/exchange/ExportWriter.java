package fr.opalconnect.exchange;

import fr.opalconnect.platform.Outlet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/// Writes a package for the ERP: into a folder of another name first, so that whoever watches sees it whole or not at
/// all. The same number gives the same bytes.
final class ExportWriter {
    private static final String SCHEMAS = "schemas/out/";

    private final JdbcClient jdbc;
    private final List<Outlet> outlets;

    ExportWriter(JdbcClient jdbc, List<Outlet> outlets) {
        this.jdbc = jdbc;
        this.outlets = outlets;
    }

    ExportedPackage write(Path folder, long number) throws IOException {
        String name = "opal-vers-erp-%06d".formatted(number);
        Map<String, byte[]> files = new TreeMap<>();
        int lines = 0;
        for (Outlet outlet : outlets) {
            List<List<@Nullable String>> rows = outlet.rows(jdbc, number);
            lines += rows.size();
            files.put(outlet.file() + ".csv", csv(outlet.columns(), rows));
            files.put("schemas/" + outlet.file() + ".json", schema(outlet.file()));
        }
        files.put("datapackage.json", descriptor(name, number).getBytes(StandardCharsets.UTF_8));
        Path written = put(folder, name, files);
        return new ExportedPackage(number, written, lines, hash(files));
    }

    private static Path put(Path folder, String name, Map<String, byte[]> files) throws IOException {
        Files.createDirectories(folder);
        Path half = folder.resolve("." + name + ".part");
        FileSystemUtils.deleteRecursively(half);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = half.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.write(path, file.getValue());
        }
        Path whole = folder.resolve(name);
        FileSystemUtils.deleteRecursively(whole); // the same bytes, from before the program was killed
        return Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] csv(List<String> columns, List<List<@Nullable String>> rows) {
        StringBuilder csv = new StringBuilder(String.join(",", columns)).append("\r\n");
        for (List<@Nullable String> row : rows) {
            csv.append(row.stream().map(ExportWriter::cell).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(@Nullable String value) {
        if (value == null) {
            return "";
        }
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    private static byte[] schema(String file) throws IOException {
        try (InputStream in = ExportWriter.class.getResourceAsStream(SCHEMAS + file + ".json")) {
            return Objects.requireNonNull(in, file).readAllBytes();
        }
    }

    private String descriptor(String name, long number) {
        Instant made = jdbc.sql("SELECT made_at FROM exchange.export_run WHERE number = :number")
                .param("number", number)
                .query(OffsetDateTime.class)
                .single()
                .toInstant()
                .truncatedTo(ChronoUnit.SECONDS);
        String resources =
                outlets.stream().map(outlet -> """
                            {
                              "name": "%1$s",
                              "path": "%1$s.csv",
                              "profile": "tabular-data-resource",
                              "encoding": "utf-8",
                              "dialect": { "delimiter": ",", "lineTerminator": "\\r\\n" },
                              "schema": "schemas/%1$s.json"
                            }\
                        """.formatted(outlet.file())).collect(Collectors.joining(",\n"));
        return """
                {
                  "name": "%s",
                  "profile": "tabular-data-package",
                  "created": "%s",
                  "mode": "delta",
                  "number": %d,
                  "resources": [
                %s
                  ]
                }
                """.formatted(name, made, number, resources);
    }

    private static String hash(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, bytes) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
