package fr.opalconnect.bench;

import java.util.Map;
import java.util.StringJoiner;

/// The last line of a benchmark: its figures as JSON.
final class FigureLine {
    private FigureLine() {}

    static String of(Map<String, Object> figures) {
        StringJoiner json = new StringJoiner(", ", "{", "}");
        figures.forEach((name, value) ->
                json.add("\"" + name + "\": " + (value instanceof String text ? "\"" + text + "\"" : value)));
        return json.toString();
    }
}
