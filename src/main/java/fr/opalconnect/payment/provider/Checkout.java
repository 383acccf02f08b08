package fr.opalconnect.payment.provider;

import java.net.URI;
import java.util.Map;

/// Where the browser goes to pay.
///
/// @param post   a form with these fields, else a plain redirect
/// @param fields in their order; none for a redirect
public record Checkout(URI action, boolean post, Map<String, String> fields) {}
