package fr.opalconnect.ui;

import java.util.List;
import java.util.Locale;

/// How high the bars of a chart are. Each month is a picture of its own, so that its name is text like any other.
record BarChart(List<Bar> bars) {
    static final int WIDTH = 36;
    static final int HEIGHT = 104;

    private static final double HIGHEST = HEIGHT - 2;
    private static final double LEAST = 3;

    /// @param called the outline, as an SVG path
    /// @param paid   what fills it
    record Bar(MonthBar month, String called, String paid) {}

    static BarChart of(List<MonthBar> months) {
        long most = months.stream()
                .mapToLong(
                        month -> Math.max(month.called().cents(), month.paid().cents()))
                .max()
                .orElse(0);
        return new BarChart(months.stream()
                .map(month -> new Bar(
                        month,
                        bar(month.called().cents(), most),
                        bar(month.paid().cents(), most)))
                .toList());
    }

    /// A bar with round shoulders; a sum that is not nought never vanishes.
    private static String bar(long cents, long most) {
        if (cents <= 0 || most <= 0) {
            return "";
        }
        double height = Math.max(LEAST, HIGHEST * cents / most);
        double round = Math.min(6, height);
        return String.format(
                Locale.ROOT,
                "M1 %1$d v%2$.1f q0-%3$.1f %3$.1f-%3$.1f h%4$.1f q%3$.1f 0 %3$.1f %3$.1f v%5$.1f z",
                HEIGHT,
                round - height,
                round,
                WIDTH - 2 - 2 * round,
                height - round);
    }
}
