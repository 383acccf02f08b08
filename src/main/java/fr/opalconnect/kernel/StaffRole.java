package fr.opalconnect.kernel;

/// What somebody is at the landlord's; each may do all that the one before may.
public enum StaffRole {
    /// Answers the tenants of the agencies given to them.
    ADVISER,
    /// Also hands out the agency's work, sees its figures, announces, takes lists away.
    AGENCY_MANAGER,
    /// Sees every agency, the imports, and who may sign in.
    ADMINISTRATOR;

    public boolean mayAll(StaffRole other) {
        return compareTo(other) >= 0;
    }
}
