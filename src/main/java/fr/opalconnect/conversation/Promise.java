package fr.opalconnect.conversation;

import fr.opalconnect.landlord.StaffMember;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who answers, and how fast.
///
/// @param answers null when it is the agency
/// @param by      null when nothing is owed
public record Promise(
        @Nullable StaffMember answers, @Nullable Instant by) {}
