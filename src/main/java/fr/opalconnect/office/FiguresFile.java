package fr.opalconnect.office;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.opalconnect.ui.Texts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The figures as a spreadsheet opens them: one measure per line, times in working minutes.
final class FiguresFile {
    private FiguresFile() {}

    static byte[] csv(FiguresView view, Texts t) {
        StringWriter text = new StringWriter().append('\ufeff'); // spreadsheets then know that it is UTF-8
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord("mesure", "de", "nombre", "dont", "mediane_min", "neuf_sur_dix_min");
            view.shares()
                    .forEach(each -> csv.writeRecord(
                            "activation", each.name(), text(each.tenants()), text(each.activated()), "", ""));
            view.kinds()
                    .forEach(each -> csv.writeRecord(
                            "demandes", t.say(each.kind().textKey()), text(each.begun()), text(each.open()), "", ""));
            view.weeks()
                    .forEach(each -> csv.writeRecord(
                            "reponses",
                            each.monday().toString(),
                            text(each.answered()),
                            "",
                            text(each.median().toMinutes()),
                            text(each.ninth().toMinutes())));
            view.owed()
                    .forEach(each ->
                            csv.writeRecord("retard", each.name(), text(each.owed()), text(each.late()), "", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String text(long number) {
        return Long.toString(number);
    }
}
