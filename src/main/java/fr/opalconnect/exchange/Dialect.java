package fr.opalconnect.exchange;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// How a CSV file is written. Both `\n` and `\r\n` end a line, and a byte order mark may stand before the first.
record Dialect(Charset charset, byte delimiter, byte quote) {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final Map<String, Charset> ENCODINGS = Map.of(
            "utf-8", StandardCharsets.UTF_8,
            "utf8", StandardCharsets.UTF_8,
            "utf-8-sig", StandardCharsets.UTF_8,
            "windows-1252", WINDOWS_1252,
            "cp1252", WINDOWS_1252,
            "iso-8859-1", StandardCharsets.ISO_8859_1,
            "iso-8859-15", Charset.forName("iso-8859-15"));

    static final Dialect USUAL = new Dialect(StandardCharsets.UTF_8, (byte) ',', (byte) '"');

    /// @param resource an element of the descriptor's `resources`
    static Dialect read(JsonNode resource) throws PackageRefused {
        String encoding = resource.path("encoding").asString("utf-8");
        Charset charset = ENCODINGS.get(encoding.toLowerCase(java.util.Locale.ROOT));
        if (charset == null) {
            throw new PackageRefused("encoding : « utf-8 » ou « windows-1252 » est attendu (« " + encoding + " »)");
        }
        JsonNode dialect = resource.path("dialect");
        if (!dialect.path("header").asBoolean(true)) {
            throw new PackageRefused("dialect.header : la première ligne donne les noms des colonnes");
        }
        if (!dialect.path("doubleQuote").asBoolean(true) || dialect.has("escapeChar")) {
            throw new PackageRefused("dialect : un guillemet à l’intérieur d’une valeur s’écrit deux fois");
        }
        return new Dialect(
                charset,
                character(dialect, "delimiter", USUAL.delimiter),
                character(dialect, "quoteChar", USUAL.quote));
    }

    private static byte character(JsonNode dialect, String name, byte usual) throws PackageRefused {
        if (!dialect.has(name)) {
            return usual;
        }
        String written = dialect.path(name).asString("");
        if (written.length() != 1
                || written.charAt(0) > 126
                || written.charAt(0) == '\n'
                || written.charAt(0) == '\r') {
            throw new PackageRefused(
                    "dialect." + name + " : un seul caractère simple est attendu (« " + written + " »)");
        }
        return (byte) written.charAt(0);
    }
}
