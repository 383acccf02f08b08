package fr.opalconnect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser without eyes: keeps cookies, sends forms with the token of the page that it saw last, and follows a
/// redirect only when told.
public final class HttpBrowser {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final int port;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String formToken = "";

    public HttpBrowser(int port) {
        this.port = port;
        headers.put("Accept-Language", "fr");
    }

    /// What came back.
    ///
    /// @param status of the answer
    /// @param where  the path it redirects to, or empty
    public record Answer(int status, String where, String body, HttpResponse<byte[]> response) {
        public int length() {
            return response.body().length;
        }

        /// The text of the page, on one line, without tags, all spaces alike.
        public String text() {
            return body.replaceAll("(?s)<svg.*?</svg>|<[^>]+>", " ").replaceAll("[\\s\\p{Z}]+", " ");
        }
    }

    /// Where requests seem to come from: the program believes a proxy on its own machine.
    public HttpBrowser from(String address) {
        return with("X-Forwarded-For", address);
    }

    public HttpBrowser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /// The status of a HEAD request.
    public int head(String path) {
        return send(request(path).HEAD()).status();
    }

    /// The status alone, of an answer that may never end.
    public int peek(String path) {
        try {
            HttpResponse<InputStream> response = HTTP.send(request(path).build(), BodyHandlers.ofInputStream());
            response.body().close();
            return response.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Sends a form.
    ///
    /// @param fields name, value, name, value, …
    public Answer post(String path, String... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("_csrf", formToken);
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /// Sends a form with one file, as browsers do.
    ///
    /// @param fields name, value, name, value, …
    public Answer upload(String path, String field, String fileName, byte[] file, String... fields) {
        return upload(path, field, fileName, BodyPublishers.ofByteArray(file), fields);
    }

    /// The same with a file that need not be in memory.
    public Answer upload(String path, String field, String fileName, InputStream file, String... fields) {
        return upload(path, field, fileName, BodyPublishers.ofInputStream(() -> file), fields);
    }

    private Answer upload(
            String path, String field, String fileName, HttpRequest.BodyPublisher file, String... fields) {
        String line = "----opal";
        StringBuilder head = new StringBuilder(part(line, "_csrf", formToken));
        for (int i = 0; i < fields.length; i += 2) {
            head.append(part(line, fields[i], fields[i + 1]));
        }
        head.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                .formatted(line, field, fileName));
        head.append("Content-Type: image/jpeg\r\n\r\n");
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + line)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head.toString()),
                        file,
                        BodyPublishers.ofString("\r\n--" + line + "--\r\n"))));
    }

    private static String part(String line, String name, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(line, name, value);
    }

    public Answer follow(Answer answer) {
        Answer last = answer;
        for (int hops = 0; !last.where().isEmpty() && hops < 5; hops++) {
            last = get(last.where());
        }
        return last;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            String body = new String(response.body(), StandardCharsets.UTF_8);
            Matcher token = FORM_TOKEN.matcher(body);
            if (token.find()) {
                formToken = token.group(1);
            }
            String where = response.headers()
                    .firstValue("Location")
                    .map(location -> location.replaceFirst("^https?://[^/]+", ""))
                    .orElse("");
            return new Answer(response.statusCode(), where, body, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String name = cookie.substring(0, cookie.indexOf('='));
        String value = cookie.substring(cookie.indexOf('=') + 1).split(";", 2)[0];
        if (value.isEmpty() || cookie.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }
}
