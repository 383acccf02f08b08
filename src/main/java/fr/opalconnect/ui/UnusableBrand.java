package fr.opalconnect.ui;

import java.util.List;

/// A brand that the program refuses to start with; the message says why, in one sentence.
public final class UnusableBrand extends IllegalArgumentException {
    private static final int SAID = 3;

    private final List<String> faults;

    UnusableBrand(List<String> faults) {
        super("The brand cannot be used: "
                + String.join("; ", faults.subList(0, Math.min(SAID, faults.size())))
                + (faults.size() > SAID ? "; and " + (faults.size() - SAID) + " more." : "."));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
