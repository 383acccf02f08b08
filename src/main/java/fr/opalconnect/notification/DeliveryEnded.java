package fr.opalconnect.notification;

import java.util.UUID;

/// Announced in the transaction that books it: a text message or a letter has ended, or what was known of its end has
/// changed.
///
/// @param delivery which one
/// @param lost     whether it is certain by now that it did not arrive
record DeliveryEnded(UUID delivery, Channel channel, boolean lost) {}
