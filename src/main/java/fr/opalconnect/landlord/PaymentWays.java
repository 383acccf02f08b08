package fr.opalconnect.landlord;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Which ways to pay this landlord offers: those whose settings are there. Pages of modules that do not know each other
/// ask here before they lead to one another.
@Component
public class PaymentWays {
    private final boolean card;
    private final boolean directDebit;
    private final boolean transfer;

    PaymentWays(Environment settings) {
        card = !settings.getProperty("opal.payment.provider", "NONE").equalsIgnoreCase("NONE");
        directDebit = settings.containsProperty("opal.debit.ics");
        transfer = settings.containsProperty("opal.transfer.iban");
    }

    public boolean card() {
        return card;
    }

    public boolean directDebit() {
        return directDebit;
    }

    public boolean transfer() {
        return transfer;
    }

    public boolean any() {
        return card || directDebit || transfer;
    }
}
