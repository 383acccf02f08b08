package fr.opalconnect.home;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.tenancy.Tenancy;

/// What Profil shows.
record ProfileView(SignedInTenant who, Tenancy tenancy) {}
