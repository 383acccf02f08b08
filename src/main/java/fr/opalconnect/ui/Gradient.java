package fr.opalconnect.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The one gradient of a page, from its setting: `#07424d 0%, #0b5c6b 38%, …`.
record Gradient(List<Stop> stops) {
    private static final Pattern STOP = Pattern.compile("(#[0-9a-fA-F]{6}) +([0-9]{1,3})%");

    record Stop(Colour colour, int percent) {}

    /// @throws IllegalArgumentException when the setting does not read so
    static Gradient of(String setting) {
        List<Stop> stops =
                Arrays.stream(setting.split(",", -1)).map(Gradient::stop).toList();
        if (stops.size() < 2) {
            throw new IllegalArgumentException("a gradient needs two colours or more");
        }
        return new Gradient(stops);
    }

    private static Stop stop(String written) {
        Matcher stop = STOP.matcher(written.strip());
        if (!stop.matches()) {
            throw new IllegalArgumentException("'" + written.strip() + "' is not a stop of the form '#rrggbb 38%'");
        }
        return new Stop(Colour.of(stop.group(1)), Integer.parseInt(stop.group(2)));
    }

    /// Its colours as they pass under a text: the stops, and what lies between them.
    List<Colour> flattened() {
        List<Colour> colours = new ArrayList<>();
        for (int i = 0; i + 1 < stops.size(); i++) {
            for (int tenth = 0; tenth < 10; tenth++) {
                colours.add(stops.get(i + 1).colour().over(stops.get(i).colour(), tenth / 10.0));
            }
        }
        colours.add(stops.getLast().colour());
        return colours;
    }

    String css() {
        return "linear-gradient(125deg, "
                + stops.stream()
                        .map(stop -> stop.colour() + " " + stop.percent() + "%")
                        .collect(Collectors.joining(", "))
                + ")";
    }

    String svg() {
        return stops.stream()
                .map(stop -> "<stop offset=\"" + stop.percent() / 100.0 + "\" stop-color=\"" + stop.colour() + "\"/>")
                .collect(Collectors.joining());
    }
}
