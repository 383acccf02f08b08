package fr.opalconnect.transfer;

import fr.opalconnect.kernel.LeaseNumber;

/// Where transfers are not offered.
///
/// @param lease to tell on the phone
record NoTransferView(LeaseNumber lease) {}
