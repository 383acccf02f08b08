package fr.opalconnect.attachment;

import fr.opalconnect.platform.Network;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;

/// A form with files, read as it comes: words become parameters like any other form's, files go to the temporary
/// folder, each within its limit.
final class UploadForm extends HttpServletRequestWrapper implements AutoCloseable {
    /// As for forms without files.
    private static final int MOST_WORDS = 64 * 1024;

    private static final int MOST_FIELDS = 200;
    /// Beyond it nobody reads on to save the words: the connection is closed.
    private static final long MOST_READ = 300_000_000;

    private final AttachmentSettings settings;
    private final Room room;
    private final String address;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final List<Incoming> files = new ArrayList<>();
    private long taken;
    private int words;

    UploadForm(HttpServletRequest request, AttachmentSettings settings, Room room) {
        super(request);
        this.settings = settings;
        this.room = room;
        this.address = Network.of(request);
    }

    void read() throws IOException, FileUploadException {
        super.getParameterMap().forEach((name, values) -> fields.put(name, new ArrayList<>(List.of(values))));
        FileUpload upload = new FileUpload();
        upload.setSizeMax(MOST_READ);
        upload.setHeaderEncoding("UTF-8");
        upload.setPartHeaderSizeMax(8_192);
        FileItemIterator parts = upload.getItemIterator(new ServletRequestContext((HttpServletRequest) getRequest()));
        for (int count = 0; parts.hasNext(); count++) {
            FileItemStream part = parts.next();
            String name = part.getFieldName();
            if (name == null || count >= MOST_FIELDS) {
                throw new FileUploadException("more fields than any form of ours");
            }
            try (InputStream content = part.openStream()) {
                if (part.isFormField()) {
                    fields.computeIfAbsent(name, first -> new ArrayList<>()).add(text(content));
                } else {
                    take(name(part), content);
                }
            }
        }
    }

    private String text(InputStream content) throws IOException, FileUploadException {
        byte[] bytes = content.readNBytes(MOST_WORDS - words + 1);
        words += bytes.length;
        if (words > MOST_WORDS) {
            throw new FileUploadException("more words than any form of ours");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// A file field that was left empty comes with neither a name nor content.
    private void take(String name, InputStream content) throws IOException {
        long most = settings.largest().toBytes();
        if (files.size() > settings.most()) {
            return; // that there were too many is said once
        }
        if (files.size() == settings.most()) {
            files.add(Incoming.refused(name, Refusal.TOO_MANY));
        } else if (!room.take(address, most)) {
            files.add(Incoming.refused(name, Refusal.BUSY));
        } else {
            taken += most;
            Incoming file = Incoming.spooled(name, content, most);
            long unused = most - file.size();
            taken -= unused;
            room.give(address, unused);
            if (!name.isEmpty() || file.refusal() != Refusal.EMPTY) {
                files.add(file);
            }
        }
    }

    /// As it was sent, whatever is in it.
    private static String name(FileItemStream part) {
        try {
            String name = part.getName();
            return name == null ? "" : name;
        } catch (InvalidFileNameException e) {
            return e.getName();
        }
    }

    List<Incoming> files() {
        return files;
    }

    @Override
    public @Nullable String getParameter(String name) {
        List<String> values = fields.get(name);
        return values == null ? null : values.getFirst();
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        List<String> values = fields.get(name);
        return values == null ? null : values.toArray(String[]::new);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> map = new LinkedHashMap<>();
        fields.forEach((name, values) -> map.put(name, values.toArray(String[]::new)));
        return map;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(fields.keySet());
    }

    @Override
    public void close() {
        files.forEach(Incoming::close);
        room.give(address, taken);
    }
}
