package fr.opalconnect.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A small piece of a statement in memory: one entry, or one part of a header. Looked into by the names of children,
/// `RmtInf/Strd/CdtrRefInf/Ref`.
final class CamtElement {
    private final String name;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<CamtElement> children = new ArrayList<>();
    private String text = "";

    CamtElement(String name) {
        this.name = name;
    }

    void add(CamtElement child) {
        children.add(child);
    }

    void put(String attribute, String value) {
        attributes.put(attribute, value);
    }

    void say(String more) {
        text += more;
    }

    /// Every element at a path, in the order of the file.
    List<CamtElement> all(String path) {
        Stream<CamtElement> found = Stream.of(this);
        for (String step : path.split("/", -1)) {
            found = found.flatMap(each -> each.children.stream()).filter(each -> each.name.equals(step));
        }
        return found.toList();
    }

    /// The first element at the first of these paths that there is.
    @Nullable
    CamtElement first(String... paths) {
        for (String path : paths) {
            List<CamtElement> found = all(path);
            if (!found.isEmpty()) {
                return found.getFirst();
            }
        }
        return null;
    }

    /// Its text, without the space around it; null where there is no such element, or nothing in it.
    @Nullable
    String text(String... paths) {
        CamtElement found = first(paths);
        return found == null ? null : found.ownText();
    }

    /// The texts at a path, one after the other.
    List<String> texts(String path) {
        return all(path).stream()
                .map(CamtElement::ownText)
                .filter(each -> each != null)
                .map(String::valueOf)
                .toList();
    }

    @Nullable
    String ownText() {
        String plain = text.strip();
        return plain.isEmpty() ? null : plain;
    }

    @Nullable
    String attribute(String attribute) {
        return attributes.get(attribute);
    }
}
