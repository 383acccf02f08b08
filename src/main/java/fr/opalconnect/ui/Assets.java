package fr.opalconnect.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// The static files, put together once when the program starts: style sheets by concern become one file, everything
/// gets the hash of its bytes into its name and is compressed beforehand.
@Component
public class Assets {
    /// In the order of the cascade; one file, because each request costs a tenant's phone more than its bytes do.
    private static final List<String> STYLES = List.of(
            "tokens",
            "base",
            "shell",
            "content",
            "balance",
            "forms",
            "join",
            "statement",
            "why",
            "messages",
            "pages",
            "transfer",
            "documents",
            "rtl",
            "print",
            "forced");

    /// What only the pages of the desk load, after the others.
    private static final List<String> DESK_STYLES =
            List.of("desk", "desk-inbox", "desk-thread", "desk-figures", "desk-search", "desk-staff", "desk-money");

    private static final Tokens TOKENS = Tokens.read();

    /// One asset as it goes over the wire.
    ///
    /// @param gzip the same bytes compressed, or null where that would not make them smaller
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Asset(String type, byte[] bytes, byte @Nullable [] gzip) {}

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, Asset> byFileName = new HashMap<>();

    /// @param checked its brand can be used: nothing is put together before that is known
    Assets(Brand brand, BrandCheck checked) {
        add("opal", "css", "text/css; charset=utf-8", stripComments(BrandStyle.css(brand) + together(STYLES)));
        add("desk", "css", "text/css; charset=utf-8", stripComments(together(DESK_STYLES)));
        // The bank of the demonstration: nobody else loads it.
        add("bank", "css", "text/css; charset=utf-8", stripComments(together(List.of("bank"))));
        add("install", "css", "text/css; charset=utf-8", stripComments(together(List.of("install"))));
        add("icons", "svg", "image/svg+xml", read("icons.svg"));
        String icon = BrandStyle.icon(new String(read("favicon.svg"), StandardCharsets.UTF_8), brand);
        add("favicon", "svg", "image/svg+xml", icon.getBytes(StandardCharsets.UTF_8));
        add("opal", "js", "text/javascript; charset=utf-8", read("opal.js"));
        add("live", "js", "text/javascript; charset=utf-8", read("live.js"));
        add("pay", "js", "text/javascript; charset=utf-8", read("pay.js"));
        add("push", "js", "text/javascript; charset=utf-8", read("push.js"));
        add("join", "js", "text/javascript; charset=utf-8", read("join.js"));
        add("outbox", "js", "text/javascript; charset=utf-8", withImports(read("outbox.js")));
        add("share", "js", "text/javascript; charset=utf-8", read("share.js"));
        add("copy", "js", "text/javascript; charset=utf-8", read("copy.js"));
        add("kept", "js", "text/javascript; charset=utf-8", read("kept.js"));
        add("check", "js", "text/javascript; charset=utf-8", read("check.js"));
        add("keep", "js", "text/javascript; charset=utf-8", read("keep.js"));
        add("companion", "js", "text/javascript; charset=utf-8", read("companion.js"));
        add("desk", "js", "text/javascript; charset=utf-8", read("desk.js"));
        add("desk-search", "js", "text/javascript; charset=utf-8", read("desk-search.js"));
    }

    /// The address of an asset by its plain name, `opal.css`.
    public String url(String name) {
        String address = addresses.get(name);
        if (address == null) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return address;
    }

    public @Nullable Asset find(String fileName) {
        return byFileName.get(fileName);
    }

    /// All that a page of a tenant may ask for; not what only the desk needs.
    public List<String> ofTenants() {
        return addresses.entrySet().stream()
                .filter(asset ->
                        !asset.getKey().startsWith("desk") && !asset.getKey().startsWith("bank"))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    /// `opal-` and a hash: another one when any of the files is.
    public String release() {
        return "opal-"
                + hash(String.join("\n", new TreeSet<>(addresses.values())).getBytes(StandardCharsets.UTF_8));
    }

    /// The colour of the page behind everything, for what surrounds it on a phone.
    public String paper(boolean dark) {
        return Objects.requireNonNull((dark ? TOKENS.dark() : TOKENS.light()).get("paper"))
                .toString();
    }

    private void add(String name, String ending, String type, byte[] bytes) {
        String fileName = name + "." + hash(bytes) + "." + ending;
        byte[] gzip = gzip(bytes);
        addresses.put(name + "." + ending, "/assets/" + fileName);
        byFileName.put(fileName, new Asset(type, bytes, gzip.length < bytes.length ? gzip : null));
    }

    /// A module that imports others names them as they lie beside it; on the wire they go by their addresses.
    private byte[] withImports(byte[] module) {
        String script = new String(module, StandardCharsets.UTF_8);
        for (Map.Entry<String, String> asset : addresses.entrySet()) {
            script = script.replace("\"./" + asset.getKey() + "\"", "\"" + asset.getValue() + "\"");
        }
        return script.getBytes(StandardCharsets.UTF_8);
    }

    private static String together(List<String> styles) {
        return styles.stream()
                .map(name -> new String(read("css/" + name + ".css"), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    /// Comments are for us; the phone need not load them.
    private static byte[] stripComments(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s+", "").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] read(String name) {
        try {
            return new ClassPathResource("fr/opalconnect/ui/" + name).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every JDK", e);
        }
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
