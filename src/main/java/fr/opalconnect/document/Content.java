package fr.opalconnect.document;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file of the ERP's as it is kept.
///
/// @param object in the vault
/// @param size   in bytes
/// @param pages  null for a picture
record Content(
        String sha256, UUID object, long size, @Nullable Integer pages, FileType type) {}
