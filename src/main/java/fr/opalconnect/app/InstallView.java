package fr.opalconnect.app;

import fr.opalconnect.ui.QrCode;
import java.util.List;

/// What 'Mon application' shows.
///
/// @param devices the one that it is read on, as far as known, then the others
/// @param address of the page itself, for phones that stand beside
/// @param scenes  of the film; none where there is no film
record InstallView(List<Device> devices, String address, List<Film.Scene> scenes, AppSettings settings) {
    InstallView {
        devices = List.copyOf(devices);
        scenes = List.copyOf(scenes);
    }

    Device mine() {
        return devices.getFirst();
    }

    QrCode code() {
        return QrCode.of(address);
    }

    /// As people type it.
    String shortAddress() {
        return address.replaceFirst("^https?://", "");
    }
}
