package fr.opalconnect.document;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Views;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Documents: all that was ever sent or made, by year and kind.
@Controller
class DocumentsPage {
    static final String PATH = "/documents";

    private final Archive archive;
    private final ReaderTable readers;
    private final TextsOf texts;
    private final Views views;
    private final InstantSource clock;

    DocumentsPage(Archive archive, ReaderTable readers, TextsOf texts, Views views, InstantSource clock) {
        this.archive = archive;
        this.readers = readers;
        this.texts = texts;
        this.views = views;
        this.clock = clock;
    }

    /// @param q      what is looked for
    /// @param nature only that kind
    /// @param annee  only that year
    @GetMapping(PATH)
    View list(
            SignedInTenant who,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String nature,
            @RequestParam(defaultValue = "") String annee,
            @RequestParam(required = false) @Nullable String fait) {
        Archive.Contents contents = archive.of(who, readers.visit(who, clock.instant()), texts.of(request));
        String note = switch (fait) {
            case "ajoute" -> "document.own.added";
            case "retire" -> "document.own.removed";
            case null, default -> null;
        };
        return views.page(
                "document/Documents",
                DocumentsView.of(contents, q.strip(), kind(nature), year(annee), note, texts.of(request)));
    }

    private static @Nullable ItemKind kind(String word) {
        return Arrays.stream(ItemKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Integer year(String typed) {
        return typed.matches("[0-9]{4}") ? Integer.valueOf(typed) : null;
    }
}
