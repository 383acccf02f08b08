package fr.opalconnect.office;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.Ids;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The answers that are written often: everyone uses them, those who manage an agency write them.
@Component
class ReplyTemplates {
    static final int LONGEST_NAME = 60;
    static final int LONGEST_BODY = 4_000;

    private final ReplyTemplateTable table;
    private final Audit audit;
    private final InstantSource clock;

    ReplyTemplates(ReplyTemplateTable table, Audit audit, InstantSource clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    /// How keeping one ends.
    sealed interface Ending {
        record Kept(UUID id) implements Ending {}

        record NoName() implements Ending {}

        record NoWords() implements Ending {}

        record NameTaken() implements Ending {}

        /// @param words as they were written, braces included
        record Unknown(List<String> words) implements Ending {}
    }

    static boolean mayWrite(SignedInStaff who) {
        return who.role().mayAll(StaffRole.AGENCY_MANAGER);
    }

    List<ReplyTemplate> all() {
        return table.all();
    }

    @Nullable
    ReplyTemplate find(@Nullable UUID id) {
        return id == null
                ? null
                : all().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElse(null);
    }

    /// @param id null for a new one
    @Transactional
    public Ending keep(SignedInStaff who, @Nullable UUID id, String name, String body) {
        String title = name.strip();
        String words = body.strip().replace("\r\n", "\n");
        if (title.isEmpty()) {
            return new Ending.NoName();
        }
        if (words.isEmpty()) {
            return new Ending.NoWords();
        }
        List<String> unknown = Placeholder.unknownIn(words);
        if (!unknown.isEmpty()) {
            return new Ending.Unknown(unknown);
        }
        ReplyTemplate template = new ReplyTemplate(
                id == null ? Ids.next(clock) : id,
                title.substring(0, Math.min(LONGEST_NAME, title.length())),
                words.substring(0, Math.min(LONGEST_BODY, words.length())));
        if (!table.put(template, who.actor(), clock.instant())) {
            return new Ending.NameTaken();
        }
        audit.note(who.actor(), "reply template kept", "template:" + template.id());
        return new Ending.Kept(template.id());
    }

    @Transactional
    public void remove(SignedInStaff who, UUID id) {
        table.remove(id);
        audit.note(who.actor(), "reply template removed", "template:" + id);
    }
}
