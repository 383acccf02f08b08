package fr.opalconnect.ui;

import java.util.Locale;

/// An opaque colour, and how well it can be read on another one (WCAG's contrast).
record Colour(int red, int green, int blue) {
    static final Colour WHITE = new Colour(255, 255, 255);

    /// @param hex `#rrggbb` or `#rgb`
    /// @throws IllegalArgumentException when it is neither
    static Colour of(String hex) {
        String digits = hex.matches("#[0-9a-fA-F]{3}") ? hex.replaceAll("([0-9a-fA-F])", "$1$1") : hex;
        if (!digits.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("'" + hex + "' is not a colour of the form #rrggbb");
        }
        int value = Integer.parseInt(digits.substring(1), 16);
        return new Colour(value >> 16, value >> 8 & 0xff, value & 0xff);
    }

    /// This colour laid over another, `share` of it (1 hides the other), as the eye gets it.
    Colour over(Colour ground, double share) {
        return new Colour(mix(red, ground.red, share), mix(green, ground.green, share), mix(blue, ground.blue, share));
    }

    /// From 1 (the same) to 21 (black on white).
    double contrast(Colour other) {
        double light = Math.max(luminance(), other.luminance());
        double dark = Math.min(luminance(), other.luminance());
        return (light + 0.05) / (dark + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static int mix(int above, int below, double share) {
        return (int) Math.round(above * share + below * (1 - share));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
