package fr.opalconnect.attachment;

import fr.opalconnect.platform.Ids;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What people send with their words. A file is kept when it comes; it is bound when what it belongs to is sent, in the
/// same transaction. Until then only its sender knows of it, and after a day it is gone. Who may see a bound one is
/// the business of whoever bound it.
///
/// An owner is written as the audit names people: `tenant:48213`, `staff:<id>`.
@Component
public class Attachments {
    private static final Duration UNBOUND = Duration.ofDays(1);

    private final PieceTable pieces;
    private final Workshop workshop;
    private final Limits limits;
    private final AttachmentSettings settings;
    private final InstantSource clock;

    Attachments(PieceTable pieces, Workshop workshop, Limits limits, AttachmentSettings settings, InstantSource clock) {
        this.pieces = pieces;
        this.workshop = workshop;
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
    }

    /// All that came with a form: files that it brought (`pieces`), and those that were sent before it (`jointes`).
    /// Not within a transaction: making files harmless takes its time.
    public Joined joined(String owner, HttpServletRequest request) {
        List<Attachment> kept = new ArrayList<>(pieces.unbound(owner, idsOf(request)));
        List<Upload.Refused> refused = new ArrayList<>();
        for (Incoming each : Incoming.of(request)) {
            Upload upload =
                    kept.size() >= settings.most() ? refused(each.name(), Refusal.TOO_MANY) : receive(owner, each);
            switch (upload) {
                case Upload.Kept one -> kept.add(one.attachment());
                case Upload.Refused no -> refused.add(no);
            }
        }
        String door = owner.startsWith("staff:") ? Joined.DESKS_DOOR : Joined.TENANTS_DOOR;
        return new Joined(door, kept, refused);
    }

    /// Receives one file.
    ///
    /// @param name as its sender calls it; anything
    public Upload receive(String owner, String name, InputStream content) throws IOException {
        try (Incoming incoming =
                Incoming.spooled(name, content, settings.largest().toBytes())) {
            return receive(owner, incoming);
        }
    }

    private Upload receive(String owner, Incoming incoming) {
        String name = FileName.safe(incoming.name());
        if (incoming.refusal() != null) {
            return refused(name, incoming.refusal());
        }
        if (limits.spend(Limit.UPLOAD_PER_PERSON, owner) instanceof Limits.Answer.Refused) {
            return refused(name, Refusal.NOT_TODAY);
        }
        try {
            Clean clean = workshop.clean(incoming.path());
            Attachment piece = new Attachment(
                    Ids.next(clock),
                    FileName.ending(name, clean.kind()),
                    clean.kind(),
                    clean.bytes().length,
                    clean.width(),
                    clean.height());
            pieces.add(owner, piece, clean, clock.instant());
            return new Upload.Kept(piece);
        } catch (Unfit unfit) {
            return refused(name, unfit.why);
        }
    }

    private Upload.Refused refused(String name, Refusal why) {
        String limit = switch (why) {
            case TOO_LARGE -> Long.toString(settings.largest().toMegabytes());
            case TOO_MANY -> Integer.toString(settings.most());
            case NOT_TODAY -> Integer.toString(Limit.UPLOAD_PER_PERSON.burst());
            default -> "";
        };
        return new Upload.Refused(FileName.safe(name), why, limit);
    }

    /// Gives files to what is being sent, in the caller's transaction.
    ///
    /// @return false when one of them is not this owner's, not there any more, or given already: then roll back
    public boolean bind(String owner, Collection<UUID> ids) {
        return ids.isEmpty()
                || (ids.size() <= settings.most() && pieces.bind(owner, ids, clock.instant()) == ids.size());
    }

    /// In the order of the ids.
    public List<Attachment> of(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : pieces.of(ids);
    }

    /// @return null when it is not this owner's, or given to something already
    public @Nullable Attachment unbound(String owner, UUID id) {
        return pieces.unbound(owner, List.of(id)).stream().findFirst().orElse(null);
    }

    /// The sender changed their mind.
    public void remove(String owner, UUID id) {
        pieces.remove(owner, id);
    }

    /// The answer that carries a file; for a door that has made sure that who asks may see it.
    ///
    /// @param small the picture for lists, 30 kB at most
    /// @return null when there is none
    public @Nullable Served serve(UUID id, boolean small) {
        Attachment piece = of(List.of(id)).stream().findFirst().orElse(null);
        byte[] bytes = piece == null ? null : pieces.bytes(id, small);
        return piece == null || bytes == null ? null : new Served(piece, small, bytes);
    }

    /// Throws a file away that belongs to something, in the caller's transaction; for whoever bound it.
    public void discard(UUID id) {
        pieces.discard(id);
    }

    int sweep() {
        return pieces.sweep(clock.instant().minus(UNBOUND));
    }

    private static List<UUID> idsOf(HttpServletRequest request) {
        String[] values = request.getParameterValues("jointes");
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .filter(value -> value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                        .map(UUID::fromString)
                        .distinct()
                        .limit(100)
                        .toList();
    }
}
