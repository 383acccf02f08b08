package fr.opalconnect.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where the bars of a chart stand, in the units of its picture: one place of 60 for each month, 100 high.
record BarChart(List<Bar> bars) {
    static final int PLACE = 60;
    private static final double WIDTH = 34;
    private static final double FLOOR = 104;
    private static final double HIGHEST = 96;

    /// @param middle of the month's place
    /// @param called the outline, as an SVG path
    /// @param paid   what fills it
    record Bar(MonthBar month, int middle, String called, String paid) {}

    static BarChart of(List<MonthBar> months) {
        long most = months.stream()
                .mapToLong(
                        month -> Math.max(month.called().cents(), month.paid().cents()))
                .max()
                .orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            MonthBar month = months.get(i);
            int middle = i * PLACE + PLACE / 2;
            bars.add(new Bar(
                    month,
                    middle,
                    bar(middle, month.called().cents(), most),
                    bar(middle, month.paid().cents(), most)));
        }
        return new BarChart(bars);
    }

    int width() {
        return bars.size() * PLACE;
    }

    /// A bar with round shoulders; a sum that is not nought never vanishes.
    private static String bar(int middle, long cents, long most) {
        if (cents <= 0 || most <= 0) {
            return "";
        }
        double height = Math.max(3, HIGHEST * cents / most);
        double round = Math.min(6, height);
        return String.format(
                Locale.ROOT,
                "M%.1f %.1fv%.1fq0-%.1f %.1f-%.1fh%.1fq%.1f 0 %.1f %.1fv%.1fz",
                middle - WIDTH / 2,
                FLOOR,
                round - height,
                round,
                round,
                round,
                WIDTH - 2 * round,
                round,
                round,
                round,
                height - round);
    }
}
