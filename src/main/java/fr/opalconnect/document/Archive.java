package fr.opalconnect.document;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.PaperShelf;
import fr.opalconnect.ui.Texts;
import fr.opalconnect.vault.Vault;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    private final OwnDocuments own;
    private final MadePapers made;
    private final List<PaperShelf> shelves;
    private final Vault vault;
    private final InstantSource clock;

    Archive(
            FiledTable filed,
            OwnDocuments own,
            MadePapers made,
            List<PaperShelf> shelves,
            Vault vault,
            InstantSource clock) {
        this.filed = filed;
        this.own = own;
        this.made = made;
        this.shelves = List.copyOf(shelves);
        this.vault = vault;
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
            items.add(one.item(
                    arrived || (previous == null && one.dated().isAfter(since)),
                    () -> vault.open(one.content().object())));
        }
        List<MadePaper> papers = made.of(who, t);
        for (MadePaper paper : papers) {
            Item item = item(who, paper, paper.date().isAfter(since));
            if (item.kind() != ItemKind.CERTIFICATE && !isThere(items, item)) {
                items.add(item);
            }
        }
        for (PaperShelf shelf : shelves) {
            shelf.papers(who, t)
                    .forEach(paper -> items.add(item(paper, paper.date().isAfter(since))));
        }
        items.addAll(own.items(who));
        items.sort(Comparator.comparing(Item::date).reversed().thenComparing(Item::kind));
        return new Contents(
                items,
                papers.stream()
                        .filter(paper -> ItemKind.of(paper.kind()) == ItemKind.CERTIFICATE)
                        .toList());
    }

    /// What the landlord sent on paper, and its ERP as a file, is not shown a second time as we would make it.
    private static boolean isThere(List<Item> items, Item item) {
        return items.stream()
                .anyMatch(other -> other.kind() == item.kind() && other.date().equals(item.date()));
    }

    private Item item(SignedInTenant who, MadePaper paper, boolean fresh) {
        return new Item(
                ItemKind.of(paper.kind()),
                paper.title(),
                paper.date(),
                paper.address(),
                paper.address(),
                null,
                0,
                null,
                fresh,
                () -> {
                    byte[] pdf = made.write(who, paper);
                    return pdf == null ? null : new ByteArrayInputStream(pdf);
                });
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
                fresh,
                null);
    }

    private LocalDate today() {
        return clock.instant().atZone(Texts.ZONE).toLocalDate();
    }
}
