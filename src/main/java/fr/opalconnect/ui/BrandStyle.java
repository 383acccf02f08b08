package fr.opalconnect.ui;

import java.nio.file.Path;
import java.util.Locale;

/// Writes a landlord's colours as the custom properties that the style sheets use, and into the site's icon.
final class BrandStyle {
    private BrandStyle() {}

    /// The `brand` layer: light first, dark by media query, because older phones do not know `light-dark()`.
    static String css(Brand brand) {
        Gradient gradient = Gradient.of(brand.gradient());
        return """
                @layer brand, tokens, base, components, utilities;
                @layer brand {
                :root { --opale: %s; --opale-flat: %s; --on-white: %s; --on-white-soft: %s; %s }
                @media (prefers-color-scheme: dark) { :root { %s } }
                }
                %s""".formatted(
                        gradient.css(),
                        gradient.stops().getFirst().colour(),
                        brand.light().strong(),
                        brand.light().soft(),
                        properties(brand.light()),
                        properties(brand.dark()),
                        brand.logo().isBlank() ? "" : logo(Logo.read(Path.of(brand.logo()))));
    }

    /// The site's icon with the brand's gradient in place of `{stops}`.
    static String icon(String svg, Brand brand) {
        return svg.replace("{stops}", Gradient.of(brand.gradient()).svg());
    }

    private static String properties(Brand.Colours colours) {
        return "--brand: %s; --brand-strong: %s; --brand-soft: %s; --brand-ink: %s;"
                .formatted(colours.main(), colours.strong(), colours.soft(), colours.ink());
    }

    private static String logo(Logo logo) {
        double width = Math.min(8, 2 * logo.ratio());
        return String.format(
                Locale.ROOT,
                "@layer utilities { .word::before { inline-size: %.2frem; block-size: 2rem; border-radius: 0; "
                        + "background: %s center / contain no-repeat; } }%n",
                width,
                logo.css());
    }
}
