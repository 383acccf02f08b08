package fr.opalconnect.app;

/// What the poster shows.
///
/// @param address where the code leads to
/// @param code    the code as an address that holds the picture
record PosterSheet(String address, String code) {
    /// As people type it.
    String shortAddress() {
        return address.replaceFirst("^https?://", "");
    }

    /// The last three words together: none of them stands alone on a line.
    static String held(String heading) {
        return heading.replaceAll(" (?=(?:[^ ]+ )?[^ ]+$)", "\u00a0");
    }
}
