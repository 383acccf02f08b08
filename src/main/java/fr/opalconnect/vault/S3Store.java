package fr.opalconnect.vault;

import com.github.davidmoten.aws.lw.client.Client;
import com.github.davidmoten.aws.lw.client.HttpMethod;
import com.github.davidmoten.aws.lw.client.Request;
import com.github.davidmoten.aws.lw.client.ResponseInputStream;
import com.github.davidmoten.aws.lw.client.ServiceException;
import com.github.davidmoten.aws.lw.client.xml.XmlElement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Any store that speaks S3. The client library is small and signs; what S3 means by parts and pages is here.
final class S3Store implements Store {
    private final Client client;
    private final String bucket;
    private final String prefix;

    S3Store(VaultSettings.S3 settings) {
        this.client = Client.s3()
                .region(settings.region())
                .accessKey(settings.accessKey())
                .secretKey(settings.secretKey())
                .build();
        this.bucket = settings.endpoint().replaceFirst("/+$", "") + "/" + settings.bucket();
        this.prefix = settings.prefix();
    }

    @Override
    public Writing write(String name) {
        return new S3Writing(this, name);
    }

    @Override
    public @Nullable InputStream read(String name, long from) throws IOException {
        ResponseInputStream answer = asking(() -> {
            Request request = object(name);
            return (from > 0 ? request.header("Range", "bytes=" + from + "-") : request).responseInputStream();
        });
        return switch (answer.statusCode()) {
            case 200, 206 -> answer;
            case 404 -> closed(answer);
            case 416 -> {
                closed(answer);
                yield InputStream.nullInputStream(); // it ends before: whoever reads on finds it cut short
            }
            default -> {
                closed(answer);
                throw new IOException("S3 answers " + answer.statusCode());
            }
        };
    }

    private static @Nullable InputStream closed(ResponseInputStream answer) throws IOException {
        answer.close();
        return null;
    }

    @Override
    public void delete(String name) throws IOException {
        asking(() -> {
            object(name).method(HttpMethod.DELETE).execute();
            return true;
        });
    }

    @Override
    public void list(String start, Consumer<Found> each) throws IOException {
        String token = null;
        do {
            String from = token;
            XmlElement page = asking(() -> {
                Request request = client.url(bucket).query("list-type", "2").query("prefix", prefix + start);
                return (from == null ? request : request.query("continuation-token", from)).responseAsXml();
            });
            for (XmlElement one : page.childrenWithName("Contents")) {
                each.accept(new Found(
                        one.content("Key").substring(prefix.length()),
                        Long.parseLong(one.content("Size")),
                        moment(one.content("LastModified"))));
            }
            token = text(page, "NextContinuationToken");
        } while (token != null);
    }

    @Override
    public void forgetUnfinished(Instant before) throws IOException {
        XmlElement page = asking(() ->
                client.url(bucket).query("uploads").query("prefix", prefix).responseAsXml());
        for (XmlElement one : page.childrenWithName("Upload")) {
            if (moment(one.content("Initiated")).isBefore(before)) {
                abort(one.content("Key").substring(prefix.length()), one.content("UploadId"));
            }
        }
    }

    void put(String name, byte[] content) throws IOException {
        asking(() -> {
            object(name).method(HttpMethod.PUT).requestBody(content).execute();
            return true;
        });
    }

    /// @return the id of an upload in parts
    String begin(String name) throws IOException {
        return asking(() -> object(name)
                .method(HttpMethod.POST)
                .query("uploads")
                .responseAsXml()
                .content("UploadId"));
    }

    /// @return what the store calls the part
    String part(String name, String upload, int number, byte[] content) throws IOException {
        return asking(() -> {
            try (ResponseInputStream answer = object(name)
                    .method(HttpMethod.PUT)
                    .query("partNumber", Integer.toString(number))
                    .query("uploadId", upload)
                    .requestBody(content)
                    .responseInputStream()) {
                if (answer.statusCode() != 200) {
                    throw new IOException("S3 answers " + answer.statusCode() + " to a part");
                }
                return answer.header("ETag").orElseThrow(() -> new IOException("S3 does not name the part"));
            }
        });
    }

    void complete(String name, String upload, String parts) throws IOException {
        XmlElement answer = asking(() -> object(name)
                .method(HttpMethod.POST)
                .query("uploadId", upload)
                .header("Content-Type", "application/xml")
                .requestBody(parts)
                .responseAsXml());
        if (answer.name().endsWith("Error")) { // S3 may say 200 first and think better of it
            throw new IOException("S3 does not join the parts: " + text(answer, "Code"));
        }
    }

    void abort(String name, String upload) throws IOException {
        asking(() -> {
            object(name).method(HttpMethod.DELETE).query("uploadId", upload).execute();
            return true;
        });
    }

    private Request object(String name) {
        return client.url(bucket + "/" + prefix + name);
    }

    private static @Nullable String text(XmlElement parent, String name) {
        return parent.childrenWithName(name).stream()
                .map(XmlElement::content)
                .filter(content -> !content.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static Instant moment(String written) {
        return OffsetDateTime.parse(written).toInstant();
    }

    private interface Ask<T> {
        T ask() throws IOException;
    }

    /// The library throws what nobody has to catch; that a store does not answer is everybody's business here.
    private static <T> T asking(Ask<T> ask) throws IOException {
        try {
            return ask.ask();
        } catch (UncheckedIOException e) {
            throw new IOException("S3 cannot be reached", e);
        } catch (ServiceException e) {
            throw new IOException("S3 answers " + e.statusCode(), e);
        }
    }
}
