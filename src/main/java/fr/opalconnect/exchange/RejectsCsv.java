package fr.opalconnect.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rejected lines as a file that a French spreadsheet opens with a double click: semicolons, a byte order mark.
/// What the ERP's lines hold is anybody's: a cell that a spreadsheet would take for a formula gets an apostrophe.
final class RejectsCsv {
    private static final String FORMULA = "=+-@\t\r\n|%";

    private RejectsCsv() {}

    static byte[] of(List<Reject> rejects) {
        StringWriter text = new StringWriter().append('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            csv.writeRecord("fichier", "ligne", "colonne", "valeur", "raison");
            for (Reject reject : rejects) {
                csv.writeRecord(
                        harmless(reject.file()),
                        reject.line() == null ? "" : reject.line().toString(),
                        harmless(reject.column()),
                        harmless(reject.value()),
                        harmless(reject.reason()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing in memory fails to be written
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String harmless(@Nullable String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        return FORMULA.indexOf(
                                        cell.strip().isEmpty()
                                                ? cell.charAt(0)
                                                : cell.strip().charAt(0))
                                >= 0
                        || FORMULA.indexOf(cell.charAt(0)) >= 0
                ? "'" + cell
                : cell;
    }
}
