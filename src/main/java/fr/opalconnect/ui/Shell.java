package fr.opalconnect.ui;

import org.jspecify.annotations.Nullable;

/// What every page knows besides its own model.
///
/// @param t       the texts in the page's language
/// @param path    the address asked for, without its query
/// @param csrf    the form token, masked anew for each page
/// @param visitor who is signed in, if anyone
public record Shell(
        Texts t,
        Brand brand,
        Assets assets,
        String path,
        String csrf,
        @Nullable Visitor visitor) {}
