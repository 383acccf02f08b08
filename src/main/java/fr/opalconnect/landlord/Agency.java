package fr.opalconnect.landlord;

import org.jspecify.annotations.Nullable;

/// An office of the landlord that tenants turn to.
public record Agency(
        String code,
        String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable String openingHours) {
    /// What the opening hours say, where they say days and hours and nothing else.
    public @Nullable OpeningHours week() {
        return OpeningHours.read(openingHours);
    }
}
