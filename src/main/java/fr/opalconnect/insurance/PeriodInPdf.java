package fr.opalconnect.insurance;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads from when to when a certificate is valid, where its text says so once and clearly: `du 01/01/2026 au
/// 31/12/2026`, `du 1er janvier 2026 au 31 décembre 2026`. It is a proposal: the tenant looks at it, and sends it.
record PeriodInPdf(LocalDate from, LocalDate until) {
    private static final Logger LOG = LoggerFactory.getLogger(PeriodInPdf.class);
    private static final int PAGES = 3;
    private static final int LARGEST = 4_000_000;
    private static final int LONGEST_TEXT = 60_000;

    /// Without accents, as the text is read.
    private static final List<String> MONTHS = List.of(
            "janvier",
            "fevrier",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "aout",
            "septembre",
            "octobre",
            "novembre",
            "decembre");

    private static final String DAY = "(\\d{1,2}(?:er)?)\\s?[/.\\- ]\\s?(\\d{1,2}|[a-z]{3,9})\\s?[/.\\- ]\\s?(\\d{4})";
    private static final Pattern PERIOD =
            Pattern.compile("\\bdu\\s+" + DAY + "\\s+(?:inclus\\s+)?(?:au|jusqu.au)\\s+" + DAY + "\\b");

    /// @return null where it does not say so, or says it of two periods
    static @Nullable PeriodInPdf read(byte[] pdf) {
        if (pdf.length > LARGEST) {
            return null;
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(PAGES);
            return find(stripper.getText(document));
        } catch (IOException | RuntimeException e) {
            LOG.debug("A certificate could not be read", e); // it is looked at by people all the same
            return null;
        }
    }

    static @Nullable PeriodInPdf find(String text) {
        String plain = text.substring(0, Math.min(text.length(), LONGEST_TEXT))
                .toLowerCase(Locale.FRENCH)
                .replace("é", "e")
                .replace("û", "u")
                .replaceAll("[\\s\\p{Z}]+", " ");
        Set<PeriodInPdf> found = new LinkedHashSet<>();
        for (Matcher match = PERIOD.matcher(plain); match.find(); ) {
            LocalDate from = day(match.group(1), match.group(2), match.group(3));
            LocalDate until = day(match.group(4), match.group(5), match.group(6));
            if (from != null && until != null && from.isBefore(until)) {
                found.add(new PeriodInPdf(from, until));
            }
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }

    private static @Nullable LocalDate day(String day, String month, String year) {
        // 0 is no month: a word that is none makes no day
        int number = month.matches("\\d+") ? Integer.parseInt(month) : MONTHS.indexOf(month) + 1;
        try {
            return LocalDate.of(Integer.parseInt(year), number, Integer.parseInt(day.replace("er", "")));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
