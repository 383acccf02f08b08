package fr.opalconnect.notification;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.kernel.TenantNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who reads here, and how they want to be told.
@Component
public class Readers {
    private final ChoiceTable table;

    Readers(ChoiceTable table) {
        this.table = table;
    }

    /// A tenant has an account from now on; part of the caller's transaction.
    public void join(TenantNumber tenant) {
        table.join(tenant);
    }

    Choices choices(SignedInTenant who) {
        return table.find(who.number());
    }

    @Transactional
    void choose(SignedInTenant who, Choices choices) {
        table.put(who.number(), choices);
    }
}
