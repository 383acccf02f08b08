package fr.opalconnect.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The places of the desk's navigation, in their order. Who may not open one does not see it; the page itself refuses
/// all the same.
public enum DeskPlace {
    INBOX("/bureau", "msg", Of.ALL),
    SEARCH("/bureau/recherche", "search", Of.ALL),
    PAYMENTS("/bureau/paiements", "acct", Of.ALL),
    INSURANCE("/bureau/assurances", "shield", Of.ALL),
    NEWS("/bureau/annonces", "news", Of.MANAGERS),
    FIGURES("/bureau/chiffres", "chart", Of.MANAGERS),
    IMPORTS("/bureau/imports", "loop", Of.ADMINISTRATORS),
    TEAM("/bureau/equipe", "people", Of.MANAGERS);

    private enum Of {
        ALL,
        MANAGERS,
        ADMINISTRATORS;

        boolean isOne(StaffVisitor staff) {
            return switch (this) {
                case ALL -> true;
                case MANAGERS -> staff.manages();
                case ADMINISTRATORS -> staff.governs();
            };
        }
    }

    private final String path;
    private final String icon;
    private final Of whose;

    DeskPlace(String path, String icon, Of whose) {
        this.path = path;
        this.icon = icon;
        this.whose = whose;
    }

    public static List<DeskPlace> of(@Nullable StaffVisitor staff) {
        return staff == null
                ? List.of()
                : Arrays.stream(values())
                        .filter(place -> place.whose.isOne(staff))
                        .toList();
    }

    public String path() {
        return path;
    }

    public String icon() {
        return icon;
    }

    /// The key of its name in the message bundle.
    public String textKey() {
        return "ui.desk.place." + name().toLowerCase(Locale.ROOT);
    }
}
