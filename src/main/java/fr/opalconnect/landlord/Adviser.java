package fr.opalconnect.landlord;

import org.jspecify.annotations.Nullable;

/// The resident adviser of a sector.
public record Adviser(
        String code,
        String firstName,
        String lastName,
        String agencyCode,
        @Nullable String email,
        @Nullable String phone) {
    public String fullName() {
        return firstName + " " + lastName;
    }

    public String initials() {
        return firstName.substring(0, 1) + lastName.substring(0, 1);
    }
}
