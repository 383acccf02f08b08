package fr.opalconnect.document;

import fr.opalconnect.platform.Intake;
import fr.opalconnect.platform.Mapping;
import org.springframework.stereotype.Component;

/// Takes the list of documents from the ERP.
@Component
class DocumentIntake implements Intake {
    @Override
    public Mapping mapping() {
        return Mapping.of("documents", "document.document")
                .key("id", "identifiant")
                .value("lease_number", "numero_bail")
                .value("kind", "nature")
                .value("label", "libelle")
                .value("dated", "date")
                .value("file", "fichier")
                .value("sha256", "sha256", "lower(s.sha256)");
    }
}
