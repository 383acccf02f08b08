package fr.opalconnect.access;

import java.util.List;

/// The recovery codes, on the only page that ever shows them.
///
/// @param first whether they come with a new account
record RecoveryCodesView(List<String> codes, boolean first) {}
