package fr.opalconnect.document;

import java.time.LocalDate;

/// A document as the ERP lists it.
///
/// @param kind  the ERP's word for it: BAIL, AVIS, QUITTANCE, …
/// @param label the ERP's own words
public record Document(String id, String kind, String label, LocalDate dated) {}
