package fr.opalconnect.access;

import fr.opalconnect.kernel.DwellingNumber;
import fr.opalconnect.kernel.TenantNumber;

/// The two printed numbers as somebody typed them. They need not exist, nor belong together.
record TypedPair(TenantNumber tenant, DwellingNumber dwelling) {
    static final int LONGEST = 40;

    /// The same for every spelling of the same two numbers.
    String key() {
        return tenant.lookupKey() + '/' + dwelling.lookupKey();
    }

    /// Whether a typed number can be one at all; that says nothing about whether it exists.
    static boolean isNumber(String typed) {
        return typed.length() <= LONGEST
                && !new TenantNumber(typed).lookupKey().isEmpty()
                && typed.chars().anyMatch(Character::isDigit);
    }
}
