package fr.opalconnect.debit;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.PaperShelf;
import fr.opalconnect.ui.Texts;
import java.util.List;
import org.springframework.stereotype.Component;

/// The mandates that a tenant signed, among their documents.
@Component
class MandateShelf implements PaperShelf {
    private final Mandates mandates;

    MandateShelf(Mandates mandates) {
        this.mandates = mandates;
    }

    @Override
    public List<Paper> papers(SignedInTenant who, Texts t) {
        return mandates.of(who).stream()
                .map(mandate -> new Paper(
                        Kind.MANDATE,
                        t.say("debit.shelf", mandate.rum()),
                        mandate.signedAt().atZone(Texts.ZONE).toLocalDate(),
                        MandatePage.PATH + "/" + mandate.id() + "/mandat.pdf"))
                .toList();
    }
}
