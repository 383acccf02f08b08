package fr.opalconnect.kernel;

/// The ERP's number of a lease.
public record LeaseNumber(String value) {
    @Override
    public String toString() {
        return value;
    }
}
