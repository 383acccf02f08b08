package fr.opalconnect.payment;

import fr.opalconnect.account.Posted;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// All payments of a lease, the latest first.
///
/// @param posted those that have become entries of the rent account
record PaymentsView(List<Payment> payments, Map<UUID, Posted> posted) {}
