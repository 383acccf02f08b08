package fr.opalconnect.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/// Reads papers with tools that are not of our making: veraPDF says whether they are what they claim, PDFBox what
/// stands on them.
public final class PdfCheck {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PdfCheck() {}

    /// PDF/UA-1 and PDF/A-2a, both; and what a reader is told of it.
    public static void conforms(String name, byte[] pdf) {
        assertThat(faults(pdf)).as(name + " as PDF/UA-1 and PDF/A-2a").isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).as(name).isEqualTo("fr");
            assertThat(document.getDocumentInformation().getTitle()).as(name).isNotBlank();
            assertThat(catalog.getViewerPreferences().displayDocTitle())
                    .as(name)
                    .isTrue();
            assertThat(catalog.getDocumentOutline().hasChildren()).as(name).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All that can be read, all kinds of spaces alike.
    public static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\p{Z}]+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> faults(byte[] pdf) {
        List<PDFAFlavour> flavours = List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A);
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavours.getLast());
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavours)) {
            List<ValidationResult> results = validator.validateAll(parser);
            assertThat(results)
                    .extracting(ValidationResult::getPDFAFlavour)
                    .containsExactlyInAnyOrderElementsOf(flavours);
            assertThat(results).allMatch(result -> result.getTotalAssertions() > 0);
            return results.stream()
                    .flatMap(result -> result.getTestAssertions().stream()
                            .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                            .map(assertion -> "%s, %s: %s at %s"
                                    .formatted(
                                            result.getPDFAFlavour(),
                                            assertion.getRuleId().getClause(),
                                            assertion.getMessage(),
                                            assertion.getLocation().getContext())))
                    .distinct()
                    .limit(10)
                    .toList();
        } catch (ModelParsingException | EncryptedPdfException | ValidationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
