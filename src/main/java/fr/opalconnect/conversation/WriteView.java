package fr.opalconnect.conversation;

import fr.opalconnect.ui.Mistakes;
import java.time.Instant;

/// What 'Écrire' shows.
///
/// @param contact    who reads it
/// @param by         who answers by then
/// @param withOthers others hold the lease too
/// @param shared     they are to see it
record WriteView(Contact contact, Instant by, boolean withOthers, boolean shared, Sheet sheet, Mistakes mistakes) {}
