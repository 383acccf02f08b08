package fr.opalconnect.office;

import fr.opalconnect.conversation.Desk;
import fr.opalconnect.conversation.InboxPage;
import fr.opalconnect.conversation.Line;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers the list on the left.
@Component
class InboxBoard {
    /// Lines of a page: what fits two screens.
    static final int PAGE = 40;

    private final Desk desk;
    private final Colleagues colleagues;
    private final ReplyTemplates templates;
    private final Limits limits;

    InboxBoard(Desk desk, Colleagues colleagues, ReplyTemplates templates, Limits limits) {
        this.desk = desk;
        this.colleagues = colleagues;
        this.templates = templates;
        this.limits = limits;
    }

    /// Turning pages is limited: the list is to work with, not to carry away.
    InboxView of(SignedInStaff who, InboxChoice choice, @Nullable UUID opened) {
        boolean refused = choice.after() != null
                && limits.spend(Limit.LIST_PAGES_PER_STAFF, who.actor()) instanceof Limits.Answer.Refused;
        InboxPage page =
                refused ? new InboxPage(List.of(), null) : desk.inbox(who, choice.filter(), choice.after(), PAGE);
        List<StaffMember> all = colleagues.of(who);
        return new InboxView(
                choice,
                desk.counts(who),
                page,
                desk.places(who),
                opened,
                names(page, all),
                all,
                templates.all(),
                refused);
    }

    private Map<UUID, String> names(InboxPage page, List<StaffMember> known) {
        Map<UUID, String> names = new HashMap<>();
        known.forEach(member -> names.put(member.id(), member.name()));
        page.lines().stream()
                .map(Line::head)
                .map(head -> head.assignee())
                .filter(assignee -> assignee != null && !names.containsKey(assignee))
                .distinct()
                .forEach(assignee -> {
                    StaffMember gone = colleagues.find(assignee);
                    if (gone != null) {
                        names.put(gone.id(), gone.name());
                    }
                });
        return names;
    }
}
