package fr.opalconnect.platform;

import java.net.URI;
import java.util.List;

/// Another site that our forms may lead to: one that takes payments.
@FunctionalInterface
public interface WayOut {
    /// Each with its scheme and host.
    List<URI> origins();
}
