package fr.opalconnect.transfer;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.ui.Language;
import fr.opalconnect.ui.QrCode;
import fr.opalconnect.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a tenant types into the bank's form, or lets the code type.
///
/// @param amount null leaves it to the tenant
record TransferView(
        TransferSettings landlord,
        LeaseNumber lease,
        Reference reference,
        @Nullable Money amount,
        QrCode qr) {
    /// A line of the bank's form.
    ///
    /// @param id    of the value on the page
    /// @param value as people read it
    /// @param copy  as the bank's form wants it
    record Part(String id, String label, String value, String copy) {}

    List<Part> parts(Texts t) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("nom", t.say("transfer.name"), landlord.name(), landlord.name()));
        parts.add(new Part("iban", t.say("transfer.iban"), landlord.groupedIban(), landlord.iban()));
        if (!landlord.bic().isEmpty()) {
            parts.add(new Part("bic", t.say("transfer.bic"), landlord.bic(), landlord.bic()));
        }
        parts.add(new Part("reference", t.say("transfer.reference"), reference.grouped(), reference.value()));
        if (amount != null) {
            String figure = amount.toEuros();
            parts.add(new Part(
                    "montant",
                    t.say("transfer.amount"),
                    t.money(amount),
                    t.language() == Language.ENGLISH ? figure : figure.replace('.', ',')));
        }
        return parts;
    }

    /// All of it, to send to oneself or to who pays.
    String shared(Texts t) {
        return parts(t).stream()
                .map(part -> t.say("transfer.share.line", part.label(), part.value()))
                .reduce("", (all, line) -> all.isEmpty() ? line : all + "\n" + line);
    }

    String amountIn(Texts t) {
        return amount == null ? "" : Texts.unbroken(t.money(amount));
    }
}
