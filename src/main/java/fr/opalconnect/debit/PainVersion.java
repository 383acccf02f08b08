package fr.opalconnect.debit;

/// The versions of pain.008 that banks take.
enum PainVersion {
    /// Of the French bankers' guide.
    V02("pain.008.001.02", "BIC"),
    V08("pain.008.001.08", "BICFI");

    private final String form;
    private final String bicElement;

    PainVersion(String form, String bicElement) {
        this.form = form;
        this.bicElement = bicElement;
    }

    static PainVersion of(String form) {
        for (PainVersion version : values()) {
            if (version.form.equals(form)) {
                return version;
            }
        }
        throw new IllegalStateException("opal.debit.version is pain.008.001.02 or pain.008.001.08, not " + form);
    }

    /// `pain.008.001.02`
    String form() {
        return form;
    }

    String namespace() {
        return "urn:iso:std:iso:20022:tech:xsd:" + form;
    }

    String bicElement() {
        return bicElement;
    }
}
