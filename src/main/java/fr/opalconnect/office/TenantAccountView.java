package fr.opalconnect.office;

import fr.opalconnect.account.Statement;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.TenantFile;
import java.time.LocalDate;

/// The statement of a year, as the desk shows it.
record TenantAccountView(TenantFile file, HeldLease lease, Statement statement, LocalDate today) {}
