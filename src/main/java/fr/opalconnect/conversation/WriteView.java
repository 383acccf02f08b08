package fr.opalconnect.conversation;

import fr.opalconnect.ui.Mistakes;
import java.time.Instant;

/// What 'Écrire' shows.
///
/// @param owner whose outbox the script keeps, by the tenant number
/// @param contact    who reads it
/// @param by         who answers by then
/// @param withOthers others hold the lease too
/// @param shared     they are to see it
record WriteView(
        String owner,
        Contact contact,
        Instant by,
        boolean withOthers,
        boolean shared,
        Sheet sheet,
        Mistakes mistakes) {}
