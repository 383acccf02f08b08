package fr.opalconnect.ui;

/// Who of the staff is looking, as the frame of the desk shows it.
///
/// @param name     `Claire Lemoine`
/// @param initials two letters for the badge
/// @param manages  whether the figures and announcements are theirs
/// @param governs  whether the imports and the staff accounts are theirs
public record StaffVisitor(String name, String initials, boolean manages, boolean governs) {}
