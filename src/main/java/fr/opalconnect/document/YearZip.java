package fr.opalconnect.document;

import fr.opalconnect.ui.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/// A year's documents in one ZIP, written as it is sent: no file is held, and none waits for another.
record YearZip(int year, List<Item> items, Texts t) implements View {
    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(t.say("document.zip.name", year) + ".zip", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        ZipOutputStream zip = new ZipOutputStream(response.getOutputStream());
        zip.setLevel(Deflater.NO_COMPRESSION); // PDFs and photos are compressed already
        Set<String> names = new HashSet<>();
        List<String> missing = new ArrayList<>();
        for (Item item : items) {
            try (InputStream content = open(item)) {
                if (content == null) {
                    missing.add(item.title());
                    continue;
                }
                ZipEntry entry = new ZipEntry(unlike(names, item.fileName()));
                entry.setTimeLocal(item.date().atTime(LocalTime.NOON));
                zip.putNextEntry(entry);
                content.transferTo(zip);
                zip.closeEntry();
            }
        }
        if (!missing.isEmpty()) {
            zip.putNextEntry(new ZipEntry(t.say("document.zip.missing.name") + ".txt"));
            zip.write((t.say("document.zip.missing") + "\n" + String.join("\n", missing) + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        zip.finish();
    }

    private static @Nullable InputStream open(Item item) {
        try {
            Item.Opening content = item.content();
            return content == null ? null : content.open();
        } catch (IOException e) {
            return null; // the vault has told whoever looks after it
        }
    }

    /// `Avis.pdf`, `Avis (2).pdf`
    private static String unlike(Set<String> names, String name) {
        String unlike = name;
        int dot = name.lastIndexOf('.');
        for (int number = 2; !names.add(unlike); number++) {
            unlike = name.substring(0, dot) + " (" + number + ")" + name.substring(dot);
        }
        return unlike;
    }
}
