package fr.opalconnect.insurance;

import fr.opalconnect.attachment.Attachments;
import fr.opalconnect.attachment.Upload;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.SignedInTenant;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// Certificates of the demonstration's tenants, from an insurer that does not exist, through the same verbs as
/// anybody's.
@Component
@Profile("demo")
public class DemoCertificates {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.FRENCH);
    private static final String INSURER = "Mutuelle des Trois Tilleuls";

    private final Certificates certificates;
    private final InsuranceDesk desk;
    private final Attachments attachments;

    DemoCertificates(Certificates certificates, InsuranceDesk desk, Attachments attachments) {
        this.certificates = certificates;
        this.desk = desk;
        this.attachments = attachments;
    }

    /// Somebody who starts the demo again finds them as they left them.
    ///
    /// @param name as the certificate has it
    public void send(SignedInTenant who, String name, LocalDate from, LocalDate until) {
        if (!certificates.of(who).isEmpty()) {
            return;
        }
        UUID piece = piece(who, pdf(name, from, until));
        UUID key = UUID.nameUUIDFromBytes(("demo " + who.lease()).getBytes(StandardCharsets.UTF_8));
        Ending ending = certificates.send(who, new Certificates.Draft(from, until, INSURER, List.of(piece), key));
        if (!(ending instanceof Ending.Done)) {
            throw new IllegalStateException("the demo's certificate is not sent: " + ending);
        }
    }

    /// The office accepts what is still to be looked at.
    public void accept(SignedInStaff staff, SignedInTenant who) {
        certificates.of(who).stream()
                .filter(one -> one.state() == CertificateState.SENT)
                .forEach(one -> desk.accept(staff, one.id()));
    }

    /// A page with a text that can be read.
    public static byte[] pdf(String name, LocalDate from, LocalDate until) {
        List<String> lines = List.of(
                INSURER + " (assureur inventé)",
                "",
                "Attestation d'assurance habitation",
                "",
                "Nous attestons que " + name + " est assuré pour les risques",
                "d'incendie, d'explosion et de dégât des eaux dans son logement.",
                "",
                "Contrat valable du " + from.format(DAY) + " au " + until.format(DAY) + ".");
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                pen.beginText();
                pen.setFont(new PDType1Font(FontName.HELVETICA), 13);
                pen.setLeading(20);
                pen.newLineAtOffset(70, 740);
                for (String line : lines) {
                    pen.showText(line);
                    pen.newLine();
                }
                pen.endText();
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UUID piece(SignedInTenant who, byte[] pdf) {
        try {
            Upload upload = attachments.receive(
                    Certificates.actor(who), "attestation-assurance.pdf", new ByteArrayInputStream(pdf));
            if (upload instanceof Upload.Kept kept) {
                return kept.attachment().id();
            }
            throw new IllegalStateException("the demo's certificate is not taken: " + upload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
