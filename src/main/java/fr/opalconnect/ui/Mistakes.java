package fr.opalconnect.ui;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What has to be put right in a form as it was sent, in the order of its fields.
public record Mistakes(List<Mistake> all) {
    public static final Mistakes NONE = new Mistakes(List.of());

    public Mistakes {
        all = List.copyOf(all);
    }

    public static Mistakes of(Mistake... all) {
        return new Mistakes(Arrays.asList(all));
    }

    public boolean any() {
        return !all.isEmpty();
    }

    /// The mistake of a field, if it has one.
    public @Nullable Mistake at(String field) {
        return all.stream()
                .filter(mistake -> mistake.field().equals(field))
                .findFirst()
                .orElse(null);
    }

    /// What describes a field to a screen reader: its hint and its mistake, by their ids; null when it has neither.
    public @Nullable String describes(String field, boolean hint) {
        String ids = (hint ? field + "-hint " : "") + (at(field) == null ? "" : field + "-mistake");
        return ids.isEmpty() ? null : ids.strip();
    }
}
