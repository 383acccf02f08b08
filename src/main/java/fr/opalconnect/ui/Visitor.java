package fr.opalconnect.ui;

import java.util.List;

/// Who is looking, as the frame of a page shows it.
///
/// @param firstName what to call them
/// @param initials  two letters for the badge
/// @param unread    how many things wait to be read at Messages
/// @param news      how many wait at the bell
/// @param leases    the leases to switch between; shown when there is more than one
/// @param device    what may stay on the device that they look with
public record Visitor(String firstName, String initials, int unread, int news, List<Choice> leases, Device device) {
    public Visitor(String firstName, String initials, int unread, int news, List<Choice> leases) {
        this(firstName, initials, unread, news, leases, new Device("", ""));
    }

    /// @param value   the lease's number, which the switch sends back
    /// @param label   its address, as people know it
    /// @param current whether it is the one being looked at
    public record Choice(String value, String label, boolean current) {}

    /// For the scripts that keep things on a device, see adr/0015.
    ///
    /// @param session names the session without being of any use to it; empty on a device that others use too
    /// @param letters the key that seals what waits to be sent, in Base64
    public record Device(String session, String letters) {
        public boolean mayKeep() {
            return !session.isEmpty();
        }
    }
}
