package fr.opalconnect.account;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.opalconnect.account.Statement.Line;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.ui.Language;
import fr.opalconnect.ui.Texts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The statement as a file that the spreadsheet of whoever reads it opens with a double click: where decimals have a
/// comma, cells are apart by semicolons; in English by commas, and decimals have a point. A byte order mark, without
/// which accents break.
final class StatementFile {
    private StatementFile() {}

    static byte[] csv(Statement statement, Texts t) {
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        try (CsvWriter csv =
                CsvWriter.builder().fieldSeparator(hasPoints(t) ? ',' : ';').build(text)) {
            csv.writeRecord(
                    t.say("account.column.date"),
                    t.say("account.column.what"),
                    t.say("account.column.label"),
                    t.say("account.column.debit"),
                    t.say("account.column.credit"),
                    t.say("account.column.balance.file"));
            for (Line line : statement.lines()) {
                csv.writeRecord(
                        t.shortDay(line.on()),
                        t.say(line.kind().textKey()),
                        harmless(line.label()),
                        line.amount().isNegative() ? "" : decimal(line.amount(), t),
                        line.amount().isNegative() ? decimal(line.amount().negated(), t) : "",
                        decimal(line.balance(), t));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String decimal(Money amount, Texts t) {
        return hasPoints(t) ? amount.toEuros() : amount.toEuros().replace('.', ',');
    }

    private static boolean hasPoints(Texts t) {
        return t.language() == Language.ENGLISH;
    }

    /// A spreadsheet takes a cell that begins like a formula for one.
    private static String harmless(String label) {
        return label.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + label : label;
    }
}
