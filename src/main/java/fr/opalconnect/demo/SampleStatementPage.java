package fr.opalconnect.demo;

import fr.opalconnect.platform.Open;
import fr.opalconnect.ui.Texts;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// A statement of the demonstration's bank, to be read at the desk under Relevés.
@Controller
@Open
@Profile("demo")
class SampleStatementPage {
    private final String iban;
    private final InstantSource clock;

    SampleStatementPage(@Value("${opal.transfer.iban}") String iban, InstantSource clock) {
        this.iban = iban.replace(" ", "");
        this.clock = clock;
    }

    @GetMapping("/demo/releve.xml")
    ResponseEntity<byte[]> statement() {
        LocalDate today = clock.instant().atZone(Texts.ZONE).toLocalDate();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"releve-" + today + ".xml\"")
                .body(SampleStatement.of(today, iban).getBytes(StandardCharsets.UTF_8));
    }
}
