package fr.opalconnect.exchange;

import java.util.List;

/// A package that cannot be taken at all, in words for the people who made it.
final class PackageRefused extends Exception {
    private final List<Reject> faults;

    PackageRefused(String reason) {
        this(List.of(Reject.ofPackage(reason)));
    }

    /// @param faults at least one
    PackageRefused(List<Reject> faults) {
        super(faults.getFirst().reason(), null, false, false);
        this.faults = List.copyOf(faults);
    }

    List<Reject> faults() {
        return faults;
    }
}
