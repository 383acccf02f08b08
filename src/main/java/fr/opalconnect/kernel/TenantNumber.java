package fr.opalconnect.kernel;

/// The number of a tenant as the ERP and the rent notice print it. People may type it in any spelling:
/// [#lookupKey()] is what two spellings of one number have in common.
public record TenantNumber(String value) {
    public TenantNumber {
        value = value.strip();
    }

    /// Without spaces and punctuation, capitals, and without leading letters and zeros.
    public String lookupKey() {
        return Spelling.lookupKey(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
