package fr.opalconnect.ui;

import java.util.List;

/// Who is looking, as the frame of a page shows it.
///
/// @param firstName what to call them
/// @param initials  two letters for the badge
/// @param unread    how many things wait to be read
/// @param leases    the leases to switch between; shown when there is more than one
public record Visitor(String firstName, String initials, int unread, List<Choice> leases) {
    /// @param value   the lease's number, which the switch sends back
    /// @param label   its address, as people know it
    /// @param current whether it is the one being looked at
    public record Choice(String value, String label, boolean current) {}
}
