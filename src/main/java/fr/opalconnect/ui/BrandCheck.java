package fr.opalconnect.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether a brand can be used, said when the program starts: what is missing, and every pair of colours that could not
/// be read, in both schemes. The pairs are those that the style sheets really put together.
@Component
final class BrandCheck {
    private static final double TEXT = 4.5;

    /// How much of white the quieter text on the gradient has, see `--on-opale-2`.
    private static final double QUIET_WHITE = .9;

    private final List<String> faults = new ArrayList<>();
    private final Tokens tokens = Tokens.read();

    BrandCheck(Brand brand) {
        words(brand);
        scheme("light", brand.light(), tokens.light());
        scheme("dark", brand.dark(), tokens.dark());
        gradient(brand);
        read("opal.brand.logo", () -> brand.logo().isBlank() ? "" : Logo.read(Path.of(brand.logo())));
        if (!faults.isEmpty()) {
            throw new UnusableBrand(faults);
        }
    }

    private void words(Brand brand) {
        Map.of("product", brand.product(), "landlord", brand.landlord(), "hours.fr", brand.hours(Locale.FRENCH))
                .forEach((name, value) -> {
                    if (value.isBlank()) {
                        faults.add("opal.brand." + name + " is not set");
                    }
                });
        if (!brand.sender().matches("[A-Za-z0-9]{3,11}") || brand.sender().matches("[0-9]+")) {
            faults.add("opal.brand.sender is '" + brand.sender()
                    + "', but text messages need 3 to 11 letters or digits, and one letter at least");
        }
        // Where no number is for emergencies, the usual one is.
        for (String phone : new LinkedHashSet<>(List.of(brand.phone(), brand.emergency()))) {
            if (!phone.matches("\\+?[0-9][0-9\u00a0.]{2,}")) {
                faults.add("'" + phone + "' is not a phone number that opal.brand.phone or .emergency could take");
            }
        }
    }

    private void scheme(String name, Brand.Colours colours, Map<String, Colour> neutral) {
        String setting = "opal.brand." + name + ".";
        Colour main = read(setting + "main", () -> Colour.of(colours.main()));
        Colour strong = read(setting + "strong", () -> Colour.of(colours.strong()));
        Colour soft = read(setting + "soft", () -> Colour.of(colours.soft()));
        Colour ink = read(setting + "ink", () -> Colour.of(colours.ink()));
        if (main == null || strong == null || soft == null || ink == null) {
            return;
        }
        for (String ground : List.of("surface", "paper", "sunken")) {
            Colour behind = Objects.requireNonNull(neutral.get(ground));
            readable(setting + "main", main, "the " + name + " " + ground, behind);
            readable(setting + "strong", strong, "the " + name + " " + ground, behind);
        }
        readable(setting + "main", main, setting + "soft", soft);
        readable(setting + "strong", strong, setting + "soft", soft);
        readable(setting + "ink", ink, setting + "main", main);
        readable(setting + "ink", ink, setting + "strong", strong);
        for (String text : List.of("ink", "ink-2")) {
            readable("the " + name + " text", Objects.requireNonNull(neutral.get(text)), setting + "soft", soft);
        }
    }

    private void gradient(Brand brand) {
        Gradient gradient = read("opal.brand.gradient", () -> Gradient.of(brand.gradient()));
        if (gradient != null) {
            for (Colour ground : gradient.flattened()) {
                readable("white text", Colour.WHITE.over(ground, QUIET_WHITE), "opal.brand.gradient", ground);
            }
        }
    }

    private void readable(String textName, Colour text, String groundName, Colour ground) {
        double contrast = text.contrast(ground);
        if (contrast < TEXT) {
            faults.add(String.format(
                    Locale.ROOT,
                    "%s (%s) on %s (%s) has a contrast of %.2f; people need %.1f to read it",
                    textName,
                    text,
                    groundName,
                    ground,
                    contrast,
                    TEXT));
        }
    }

    private <T> @Nullable T read(String setting, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            faults.add(setting + ": " + e.getMessage());
            return null;
        }
    }
}
