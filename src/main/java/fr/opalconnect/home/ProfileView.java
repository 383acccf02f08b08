package fr.opalconnect.home;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.tenancy.Tenancy;

/// What Profil shows.
///
/// @param directDebit whether this landlord collects by automatic debit
record ProfileView(SignedInTenant who, Tenancy tenancy, boolean directDebit) {}
