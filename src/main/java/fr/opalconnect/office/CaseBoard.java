package fr.opalconnect.office;

import fr.opalconnect.attachment.Attachment;
import fr.opalconnect.attachment.Attachments;
import fr.opalconnect.conversation.Conversation;
import fr.opalconnect.conversation.Desk;
import fr.opalconnect.conversation.Head;
import fr.opalconnect.kernel.SignedInStaff;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers a conversation with all that stands around it. Each look goes into the log.
@Component
class CaseBoard {
    private final Desk desk;
    private final Attendance attendance;
    private final TenantSide tenants;
    private final Colleagues colleagues;
    private final ReplyTemplates templates;
    private final Attachments attachments;

    CaseBoard(
            Desk desk,
            Attendance attendance,
            TenantSide tenants,
            Colleagues colleagues,
            ReplyTemplates templates,
            Attachments attachments) {
        this.desk = desk;
        this.attendance = attendance;
        this.tenants = tenants;
        this.colleagues = colleagues;
        this.templates = templates;
        this.attachments = attachments;
    }

    /// @return null when there is none, or not for whoever asks
    @Nullable
    CaseView open(SignedInStaff who, UUID id, CaseForms forms) {
        Conversation conversation = desk.open(who, id);
        if (conversation == null) {
            return null;
        }
        Head head = conversation.head();
        String draft = attendance.look(who, head);
        return new CaseView(
                who,
                conversation,
                tenants.of(who, head),
                colleagues.find(head.assignee()),
                forms.text() == null ? forms.saying(draft) : forms,
                pieces(conversation),
                attendance.writing(who, id),
                templates.all(),
                colleagues.of(who, head.agencyCode()),
                colleagues.otherThan(head.agencyCode()),
                attendance.now());
    }

    private Map<UUID, Attachment> pieces(Conversation conversation) {
        List<UUID> ids = conversation.messages().stream()
                .flatMap(message -> message.attachments().stream())
                .toList();
        return attachments.of(ids).stream().collect(Collectors.toMap(Attachment::id, Function.identity()));
    }
}
