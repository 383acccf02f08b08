package fr.opalconnect.document;

import fr.opalconnect.ui.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the documents page shows.
///
/// @param all      before any choice
/// @param found    what the choice leaves
/// @param onDemand what is made for a purpose
/// @param typed    what is looked for; empty for everything
/// @param kind     null for all
/// @param year     null for all
/// @param note     the key of what was just done, or null
record DocumentsView(
        List<Item> all,
        List<Item> found,
        List<MadePaper> onDemand,
        String typed,
        @Nullable ItemKind kind,
        @Nullable Integer year,
        @Nullable String note) {
    static DocumentsView of(
            Archive.Contents contents,
            String typed,
            @Nullable ItemKind kind,
            @Nullable Integer year,
            @Nullable String note,
            Texts t) {
        List<Item> chosen = contents.items().stream()
                .filter(item -> kind == null || item.kind() == kind)
                .filter(item -> year == null || item.date().getYear() == year)
                .toList();
        return new DocumentsView(
                contents.items(), ItemSearch.find(chosen, typed, t), contents.onDemand(), typed, kind, year, note);
    }

    /// The latest first.
    Map<Integer, List<Item>> byYear() {
        Map<Integer, List<Item>> years = new TreeMap<>(Comparator.reverseOrder());
        for (Item item : found) {
            years.computeIfAbsent(item.date().getYear(), first -> new ArrayList<>())
                    .add(item);
        }
        return years;
    }

    Set<ItemKind> kinds() {
        Set<ItemKind> kinds = EnumSet.noneOf(ItemKind.class);
        all.forEach(item -> kinds.add(item.kind()));
        return kinds;
    }

    List<Integer> years() {
        return all.stream()
                .map(item -> item.date().getYear())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    long fresh() {
        return all.stream().filter(Item::fresh).count();
    }

    boolean isChosen() {
        return !typed.isBlank() || kind != null || year != null;
    }

    /// Whether a year has files that can be packed together.
    boolean isPacked(int packed) {
        return all.stream().anyMatch(item -> item.date().getYear() == packed && item.content() != null);
    }
}
