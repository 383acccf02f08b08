package fr.opalconnect.notification;

/// The switch for messages on this very device.
///
/// @param key what the browser subscribes to; empty when this deployment pushes nothing
/// @param on  whether this session has it switched on
record PushSwitchView(String key, boolean on) {
    boolean offered() {
        return !key.isEmpty();
    }
}
