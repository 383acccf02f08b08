package fr.opalconnect.office;

import fr.opalconnect.conversation.InboxCounts;
import fr.opalconnect.conversation.InboxFilter.Pile;
import fr.opalconnect.conversation.InboxPage;
import fr.opalconnect.conversation.InboxPlace;
import fr.opalconnect.conversation.Line;
import fr.opalconnect.landlord.StaffMember;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The list on the left.
///
/// @param opened     the one that is open
/// @param names      of those who have the conversations of this page
/// @param colleagues whom several can be given to
/// @param refused    too many pages were turned: this one is not shown
record InboxView(
        InboxChoice choice,
        InboxCounts counts,
        InboxPage page,
        List<InboxPlace> places,
        @Nullable UUID opened,
        Map<UUID, String> names,
        List<StaffMember> colleagues,
        List<ReplyTemplate> templates,
        boolean refused) {
    boolean isOpen(Line line) {
        return line.head().id().equals(opened);
    }

    int count(Pile pile) {
        return switch (pile) {
            case MINE -> counts.mine();
            case AGENCY -> counts.agency();
            case UNASSIGNED -> counts.unassigned();
            case OVERDUE -> counts.overdue();
        };
    }

    @Nullable
    String holder(Line line) {
        UUID assignee = line.head().assignee();
        return assignee == null ? null : names.get(assignee);
    }
}
