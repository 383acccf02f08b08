package fr.opalconnect.sample;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The ways in which real exports write their CSV files.
public enum Dialect {
    /// UTF-8, comma: what the format recommends.
    UTF8(StandardCharsets.UTF_8, "utf-8", ',', false, "\n"),
    /// UTF-8 with a byte order mark, semicolon, CRLF: 'CSV UTF-8' of a French spreadsheet.
    UTF8_BOM(StandardCharsets.UTF_8, "utf-8", ';', true, "\r\n"),
    /// Windows-1252, semicolon, CRLF: the older exports.
    WINDOWS(Charset.forName("windows-1252"), "windows-1252", ';', false, "\r\n");

    final Charset charset;
    final String encoding;
    final char delimiter;
    final boolean bom;
    final String lineEnd;

    Dialect(Charset charset, String encoding, char delimiter, boolean bom, String lineEnd) {
        this.charset = charset;
        this.encoding = encoding;
        this.delimiter = delimiter;
        this.bom = bom;
        this.lineEnd = lineEnd;
    }
}
