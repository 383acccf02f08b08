package fr.opalconnect.access;

import fr.opalconnect.platform.Secrets;
import fr.opalconnect.ui.Visitor;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/// What a device is told of the session, so that it knows when what it keeps is not to be read any more (adr/0015).
/// Nothing of it is stored here: it is made anew from the program's own key.
@Component
class DeviceKeys {
    /// With each page: whose session it is of. A device that others use too is not told, and keeps nothing.
    static final String HEADER = "Opal-Session";

    private static final String KEY = "devices";
    private static final int NAME_LENGTH = 16;

    private final Secrets secrets;

    DeviceKeys(Secrets secrets) {
        this.secrets = secrets;
    }

    Visitor.Device of(Session session) {
        String name = session.shared() ? "" : HexFormat.of().formatHex(secrets.mac(KEY, "session " + session.id()));
        byte[] letters = secrets.mac(KEY, "letters " + session.tenant());
        return new Visitor.Device(
                name.substring(0, Math.min(NAME_LENGTH, name.length())),
                Base64.getEncoder().encodeToString(letters));
    }
}
