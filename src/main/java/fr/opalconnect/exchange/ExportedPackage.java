package fr.opalconnect.exchange;

import java.nio.file.Path;

/// A package for the ERP, as it was written.
///
/// @param lines  of all its files
/// @param sha256 of its files, one after the other
public record ExportedPackage(long number, Path path, int lines, String sha256) {}
