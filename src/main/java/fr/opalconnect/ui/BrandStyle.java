package fr.opalconnect.ui;

/// Writes a landlord's colours as the custom properties that the style sheets use.
final class BrandStyle {
    private BrandStyle() {}

    /// The `brand` layer: light first, dark by media query, because older phones do not know `light-dark()`.
    static String css(Brand brand) {
        return """
                @layer brand, tokens, base, components, utilities;
                @layer brand {
                :root { --opale: %s; %s }
                @media (prefers-color-scheme: dark) { :root { %s } }
                }
                """.formatted(brand.gradient(), properties(brand.light()), properties(brand.dark()));
    }

    private static String properties(Brand.Colours colours) {
        return "--brand: %s; --brand-strong: %s; --brand-soft: %s; --brand-ink: %s;"
                .formatted(colours.main(), colours.strong(), colours.soft(), colours.ink());
    }
}
