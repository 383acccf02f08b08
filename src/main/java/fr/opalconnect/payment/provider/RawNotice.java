package fr.opalconnect.payment.provider;

import java.util.Map;

/// A notification as it came.
///
/// @param parameters of its address and its form, in their order, the empty ones too
/// @param body       as sent
public record RawNotice(Map<String, String> parameters, String body) {
    /// Without its contents.
    @Override
    public String toString() {
        return "RawNotice[" + parameters.size() + " parameters]";
    }
}
