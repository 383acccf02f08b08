package fr.opalconnect.insurance;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.opalconnect.insurance.InsuranceList.Row;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.ui.TextBundles;
import fr.opalconnect.ui.Texts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// The list as a file, for a letter to everybody who is on it. Who took it is noted.
@Component
class MissingList {
    private static final int MOST = 50_000;

    private final InsuranceList list;
    private final Limits limits;
    private final Audit audit;
    private final TextBundles texts;

    MissingList(InsuranceList list, Limits limits, Audit audit, TextBundles texts) {
        this.list = list;
        this.limits = limits;
        this.audit = audit;
        this.texts = texts;
    }

    /// @param agency only this one's, as it was asked for
    ResponseEntity<byte[]> file(SignedInStaff who, @Nullable String agency, Set<Pile> piles) {
        if (limits.spend(Limit.LISTS_TAKEN_PER_STAFF, who.actor()) instanceof Limits.Answer.Refused) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        byte[] bytes = csv(list.of(who, agency, piles, 0, MOST), texts.in(Locale.FRENCH));
        audit.note(who.actor(), "took the list of insurances", null);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"assurances.csv\"")
                .body(bytes);
    }

    private static byte[] csv(InsuranceList.Shown shown, Texts t) {
        StringWriter text = new StringWriter().append('\ufeff'); // spreadsheets then know that it is UTF-8
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord("numero_bail", "numero_locataire", "titulaires", "adresse", "agence", "etat", "date_fin");
            for (Row row : shown.rows()) {
                csv.writeRecord(
                        harmless(row.household().lease().value()),
                        harmless(row.household().tenant().value()),
                        harmless(row.household().holders()),
                        harmless(row.household().address()),
                        harmless(row.household().agency()),
                        t.say(row.standing().textKey()),
                        row.cover().until() == null
                                ? ""
                                : t.shortDay(row.cover().until()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// A spreadsheet takes a cell that begins like a formula for one.
    private static String harmless(String cell) {
        return cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
    }
}
