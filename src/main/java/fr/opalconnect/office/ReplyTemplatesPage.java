package fr.opalconnect.office;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.office.ReplyTemplates.Ending;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where reply templates are read by all and written by those who manage an agency.
@Controller
class ReplyTemplatesPage {
    private final ReplyTemplates templates;
    private final Views views;

    ReplyTemplatesPage(ReplyTemplates templates, Views views) {
        this.templates = templates;
        this.views = views;
    }

    /// @param id the one to write; none is a new one
    @GetMapping("/bureau/modeles")
    View all(
            SignedInStaff who,
            @RequestParam(required = false) @Nullable UUID id,
            @RequestParam(required = false) @Nullable String dit) {
        ReplyTemplate chosen = templates.find(id);
        return chosen == null
                ? page(who, null, "", "", Mistakes.NONE, Said.of(dit))
                : page(who, chosen.id(), chosen.name(), chosen.body(), Mistakes.NONE, Said.of(dit));
    }

    @PostMapping("/bureau/modeles")
    View keep(
            SignedInStaff who,
            @RequestParam(required = false) @Nullable UUID id,
            @RequestParam String nom,
            @RequestParam String texte) {
        if (!ReplyTemplates.mayWrite(who)) {
            throw DeskViews.gone();
        }
        return switch (templates.keep(who, id, nom, texte)) {
            case Ending.Kept kept -> DeskViews.to("/bureau/modeles?dit=enregistre&id=" + kept.id());
            case Ending.NoName no -> wrong(who, id, nom, texte, new Mistake("nom", "office.template.no-name"));
            case Ending.NoWords no -> wrong(who, id, nom, texte, new Mistake("texte", "office.template.no-words"));
            case Ending.NameTaken taken -> wrong(who, id, nom, texte, new Mistake("nom", "office.template.name-taken"));
            case Ending.Unknown unknown ->
                wrong(
                        who,
                        id,
                        nom,
                        texte,
                        new Mistake("texte", "office.template.unknown", String.join(", ", unknown.words())));
        };
    }

    @PostMapping("/bureau/modeles/{id}/suppression")
    View remove(SignedInStaff who, @PathVariable UUID id) {
        if (!ReplyTemplates.mayWrite(who)) {
            throw DeskViews.gone();
        }
        templates.remove(who, id);
        return DeskViews.to("/bureau/modeles?dit=supprime");
    }

    private View wrong(SignedInStaff who, @Nullable UUID id, String name, String body, Mistake mistake) {
        return page(who, id, name, body, Mistakes.of(mistake), null);
    }

    private View page(
            SignedInStaff who, @Nullable UUID id, String name, String body, Mistakes mistakes, @Nullable Said said) {
        return views.page(
                "office/ReplyTemplates",
                new ReplyTemplatesView(templates.all(), ReplyTemplates.mayWrite(who), id, name, body, mistakes, said),
                mistakes.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }
}
