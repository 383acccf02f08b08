package fr.opalconnect.office;

import fr.opalconnect.ui.TextBundles;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Fills a reply template in with a tenant's facts.
@Component
class Filling {
    private final ReplyTemplates templates;
    private final TenantSide tenants;
    private final TextBundles texts;

    Filling(ReplyTemplates templates, TenantSide tenants, TextBundles texts) {
        this.templates = templates;
        this.tenants = tenants;
        this.texts = texts;
    }

    /// In French, as the templates are.
    ///
    /// @return null when there is no such template
    @Nullable
    String words(CaseView view, @Nullable UUID template) {
        ReplyTemplate chosen = templates.find(template);
        return chosen == null
                ? null
                : Placeholder.fill(
                        chosen.body(),
                        tenants.placeholders(view.who(), view.head(), view.tenant(), texts.in(Locale.FRENCH)));
    }
}
