package fr.opalconnect.document;

import fr.opalconnect.attachment.Attachment;
import fr.opalconnect.attachment.Attachments;
import fr.opalconnect.attachment.Served;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.ui.Texts;
import java.io.ByteArrayInputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What tenants keep here themselves: a certificate, a photo of a meter. Made harmless as all that people send; seen by
/// whoever put it here, and thrown away when they say so.
@Component
class OwnDocuments {
    private static final int LONGEST = 120;

    private final UploadTable table;
    private final Attachments attachments;
    private final TransactionTemplate transactions;
    private final Audit audit;
    private final DocumentSettings settings;
    private final InstantSource clock;

    OwnDocuments(
            UploadTable table,
            Attachments attachments,
            TransactionTemplate transactions,
            Audit audit,
            DocumentSettings settings,
            InstantSource clock) {
        this.table = table;
        this.attachments = attachments;
        this.transactions = transactions;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param label what the tenant calls it; the file's own name when that is blank
    /// @return false when a file is gone meanwhile: it has to be sent again
    boolean add(SignedInTenant who, String label, List<Attachment> files) {
        String owner = owner(who);
        return Boolean.TRUE.equals(transactions.execute(status -> {
            if (!attachments.bind(owner, files.stream().map(Attachment::id).toList())) {
                status.setRollbackOnly();
                return false;
            }
            for (Attachment file : files) {
                table.add(who, new OwnUpload(file.id(), label(label, file, files.size()), clock.instant()));
            }
            audit.note(owner, "kept documents", null);
            return true;
        }));
    }

    boolean isFull(SignedInTenant who, int more) {
        return table.of(who).size() + more > settings.most();
    }

    int most() {
        return settings.most();
    }

    /// The latest first.
    List<Item> items(SignedInTenant who) {
        List<OwnUpload> sent = table.of(who);
        Map<UUID, Attachment> pieces = attachments
                .of(sent.stream().map(OwnUpload::piece).toList())
                .stream()
                .collect(Collectors.toMap(Attachment::id, Function.identity()));
        List<Item> items = new ArrayList<>();
        for (OwnUpload upload : sent) {
            Attachment piece = pieces.get(upload.piece());
            if (piece != null) {
                String address = OwnPage.FOLDER + upload.piece();
                items.add(new Item(
                        ItemKind.OWN,
                        upload.label(),
                        upload.sentAt().atZone(Texts.ZONE).toLocalDate(),
                        address,
                        address + FilePage.SAVE,
                        piece.kind().type(),
                        piece.size(),
                        null,
                        false,
                        () -> {
                            Served served = attachments.serve(upload.piece(), false);
                            return served == null ? null : new ByteArrayInputStream(served.bytes());
                        }));
            }
        }
        return items;
    }

    /// @return null when it is not theirs
    @Nullable
    Served serve(SignedInTenant who, UUID piece) {
        return table.has(who, piece) ? attachments.serve(piece, false) : null;
    }

    /// @return false when it was not theirs
    boolean remove(SignedInTenant who, UUID piece) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            boolean removed = table.remove(who, piece);
            if (removed) {
                attachments.discard(piece);
                audit.note(owner(who), "threw a document away", null);
            }
            return removed;
        }));
    }

    static String owner(SignedInTenant who) {
        return "tenant:" + who.number();
    }

    private static String label(String typed, Attachment file, int files) {
        String label = typed.strip();
        if (label.isEmpty()) {
            return file.name().replaceFirst("\\.[A-Za-z]{3,4}$", "");
        }
        String cut = label.length() > LONGEST ? label.substring(0, LONGEST) : label;
        return files == 1 ? cut : cut + " – " + file.name();
    }
}
