package fr.opalconnect.document;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.platform.Looks;
import fr.opalconnect.tenancy.TenantFile;
import fr.opalconnect.tenancy.TenantFiles;
import fr.opalconnect.vault.Vault;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// The ERP's files at the desk, from a tenant's file: each look is written down.
@Controller
class DeskFilePage {
    private static final String FOLDER = SignedInStaff.DESK + "/locataires/";
    private static final String DOCUMENTS = "/documents/";

    private final TenantFiles files;
    private final FiledTable filed;
    private final Vault vault;
    private final Looks looks;

    DeskFilePage(TenantFiles files, FiledTable filed, Vault vault, Looks looks) {
        this.files = files;
        this.filed = filed;
        this.vault = vault;
        this.looks = looks;
    }

    static String address(String tenantNumber, String key) {
        return FOLDER + tenantNumber + DOCUMENTS + key;
    }

    @GetMapping(FOLDER + "{number}" + DOCUMENTS + "{key}")
    View open(SignedInStaff who, @PathVariable String number, @PathVariable UUID key) {
        TenantFile file = files.find(who, new TenantNumber(number));
        Filed found = file == null ? null : filed.find(file.tenancy().leaseNumbers(), key);
        if (file == null || found == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        looks.look(who, file.number().value(), "document", null);
        Content content = found.content();
        return new FileAnswer(
                from -> vault.open(content.object(), from),
                found.fileName(),
                content.type(),
                content.size(),
                content.sha256(),
                true,
                (model, request, response) -> response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value()));
    }
}
