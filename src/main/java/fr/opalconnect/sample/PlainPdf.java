package fr.opalconnect.sample;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A small PDF of a few pages of text, as an old ERP prints it: made in no time, always the same bytes.
final class PlainPdf {
    private static final Charset WIN_ANSI = Charset.forName("windows-1252");
    private static final int TOP = 780;
    private static final int LEADING = 18;

    private final String title;
    private final List<List<String>> pages = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> places = new ArrayList<>();

    PlainPdf(String title) {
        this.title = title;
    }

    PlainPdf page(String... lines) {
        pages.add(List.of(lines));
        return this;
    }

    /// Objects: 1 the catalogue, 2 the pages, 3 the letters, 4 bold letters, 5 the title; then each page and its text.
    byte[] bytes() {
        print("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        object("<< /Type /Catalog /Pages 2 0 R /Lang (fr-FR) /ViewerPreferences << /DisplayDocTitle true >> >>");
        StringBuilder kids = new StringBuilder();
        for (int page = 0; page < pages.size(); page++) {
            kids.append(6 + 2 * page).append(" 0 R ");
        }
        object("<< /Type /Pages /Kids [ " + kids + "] /Count " + pages.size() + " >>");
        object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
        object("<< /Title (" + escaped(title) + ") >>");
        for (int page = 0; page < pages.size(); page++) {
            object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >>"
                    + " >> /Contents " + (7 + 2 * page) + " 0 R >>");
            String text = text(page);
            object("<< /Length " + text.getBytes(WIN_ANSI).length + " >>\nstream\n" + text + "\nendstream");
        }
        end();
        return out.toByteArray();
    }

    private String text(int page) {
        StringBuilder text = new StringBuilder("BT /F2 16 Tf 60 " + TOP + " Td (" + escaped(title) + ") Tj ET\n");
        int y = TOP - 2 * LEADING;
        for (String line : pages.get(page)) {
            text.append("BT /F1 11 Tf 60 ")
                    .append(y)
                    .append(" Td (")
                    .append(escaped(line))
                    .append(") Tj ET\n");
            y -= LEADING;
        }
        return text.append("BT /F1 9 Tf 60 40 Td (Page ")
                .append(page + 1)
                .append(" sur ")
                .append(pages.size())
                .append(") Tj ET")
                .toString();
    }

    private void object(String body) {
        places.add(out.size());
        print(places.size() + " 0 obj\n" + body + "\nendobj\n");
    }

    private void end() {
        int table = out.size();
        StringBuilder end = new StringBuilder("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
        places.forEach(place -> end.append("%010d 00000 n \n".formatted(place)));
        end.append("trailer\n<< /Size ")
                .append(places.size() + 1)
                .append(" /Root 1 0 R /Info 5 0 R >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        out.writeBytes(end.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private void print(String text) {
        out.writeBytes(text.getBytes(WIN_ANSI));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    }
}
