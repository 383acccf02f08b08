package fr.opalconnect.document;

import fr.opalconnect.attachment.Attachment;
import fr.opalconnect.attachment.Attachments;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.PaperShelf;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// All the documents of a tenant for the lease that is looked at: the ERP's, those that we make, those of other
/// modules,
/// and what the tenant put here.
@Component
class Archive {
    /// What is new to somebody who comes for the first time.
    private static final int FIRST_DAYS = 31;

    private final FiledTable filed;
    private final UploadTable uploads;
    private final Attachments attachments;
    private final MadePapers made;
    private final List<PaperShelf> shelves;
    private final InstantSource clock;

    Archive(
            FiledTable filed,
            UploadTable uploads,
            Attachments attachments,
            MadePapers made,
            List<PaperShelf> shelves,
            InstantSource clock) {
        this.filed = filed;
        this.uploads = uploads;
        this.attachments = attachments;
        this.made = made;
        this.shelves = List.copyOf(shelves);
        this.clock = clock;
    }

    /// @param items    the latest first
    /// @param onDemand what is made for a purpose, at any time: not of a year
    record Contents(List<Item> items, List<MadePaper> onDemand) {}

    /// @param previous when this reader last looked; null for the first time
    Contents of(SignedInTenant who, @Nullable Instant previous, Texts t) {
        LocalDate since = previous == null
                ? today().minusDays(FIRST_DAYS)
                : previous.atZone(Texts.ZONE).toLocalDate();
        List<Item> items = new ArrayList<>();
        for (Filed one : filed.of(who)) {
            boolean arrived = previous != null && one.arrivedAt().isAfter(previous);
            items.add(one.item(arrived || (previous == null && one.dated().isAfter(since))));
        }
        List<MadePaper> papers = made.of(who, t);
        for (MadePaper paper : papers) {
            Item item = item(paper, paper.date().isAfter(since));
            if (item.kind() != ItemKind.CERTIFICATE && !isThere(items, item)) {
                items.add(item);
            }
        }
        for (PaperShelf shelf : shelves) {
            shelf.papers(who, t)
                    .forEach(paper -> items.add(item(paper, paper.date().isAfter(since))));
        }
        items.addAll(own(who));
        items.sort(Comparator.comparing(Item::date).reversed().thenComparing(Item::kind));
        return new Contents(
                items,
                papers.stream()
                        .filter(paper -> ItemKind.of(paper.kind()) == ItemKind.CERTIFICATE)
                        .toList());
    }

    private List<Item> own(SignedInTenant who) {
        List<OwnUpload> sent = uploads.of(who);
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
                        false));
            }
        }
        return items;
    }

    /// What the landlord sent on paper, and its ERP as a file, is not shown a second time as we would make it.
    private static boolean isThere(List<Item> items, Item item) {
        return items.stream()
                .anyMatch(other -> other.kind() == item.kind() && other.date().equals(item.date()));
    }

    private static Item item(MadePaper paper, boolean fresh) {
        return new Item(
                ItemKind.of(paper.kind()),
                paper.title(),
                paper.date(),
                paper.address(),
                paper.address(),
                null,
                0,
                null,
                fresh);
    }

    private static Item item(PaperShelf.Paper paper, boolean fresh) {
        return new Item(
                ItemKind.of(paper.kind()),
                paper.title(),
                paper.date(),
                paper.address(),
                paper.address(),
                null,
                0,
                null,
                fresh);
    }

    private LocalDate today() {
        return clock.instant().atZone(Texts.ZONE).toLocalDate();
    }
}
