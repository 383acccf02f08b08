package fr.opalconnect.transfer;

import fr.opalconnect.kernel.Iban;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `opal.transfer.*`
///
/// @param name       of the account's holder as the bank knows it, at most 70 characters
/// @param iban       of the landlord; empty: transfers are not offered
/// @param bic        of its bank; may be empty within the euro area
/// @param accounts   other accounts of the landlord whose statements may be read
/// @param postedIn   days until the ERP has posted what a statement told
/// @param cardMarks  what stands in a statement's line that is a provider's bundle of card payments
/// @param debitMarks the same for a bundle of direct debits
/// @param sample     where the office page finds a statement to try; empty outside the demonstration
@ConfigurationProperties("opal.transfer")
record TransferSettings(
        @DefaultValue("") String name,
        @DefaultValue("") String iban,
        @DefaultValue("") String bic,
        @DefaultValue List<String> accounts,
        @DefaultValue("2") int postedIn,

        @DefaultValue({"REMISE CB", "REMISE CARTE", "PAYZEN", "SYSTEMPAY", "LYRA", "PAYFIP"})
        List<String> cardMarks,

        @DefaultValue({"REMISE PRLV", "REMISE PRELEVEMENT", "REMISE SDD"})
        List<String> debitMarks,

        @DefaultValue("") String sample) {
    TransferSettings {
        iban = iban.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        bic = bic.strip().toUpperCase(Locale.ROOT);
        name = name.strip();
        accounts = accounts.stream()
                .map(each -> each.replaceAll("\\s", "").toUpperCase(Locale.ROOT))
                .toList();
        cardMarks = List.copyOf(cardMarks);
        debitMarks = List.copyOf(debitMarks);
        if (!iban.isEmpty() && !(Iban.read(iban) instanceof Iban.Read.Right)) {
            throw new IllegalArgumentException("opal.transfer.iban is no IBAN: a digit is wrong or missing");
        }
        if (!bic.isEmpty() && !bic.matches("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?")) {
            throw new IllegalArgumentException("opal.transfer.bic is no BIC of 8 or 11 characters");
        }
        if (!iban.isEmpty() && (name.isEmpty() || name.length() > 70)) {
            throw new IllegalArgumentException("opal.transfer.iban needs opal.transfer.name, of at most 70 characters");
        }
    }

    boolean isOffered() {
        return !iban.isEmpty();
    }

    /// Whether statements of this account are the landlord's to read here. A statement may leave the country and its
    /// check digits out.
    boolean isOurs(String account) {
        List<String> ours = iban.isEmpty()
                ? accounts
                : Stream.concat(Stream.of(iban), accounts.stream()).toList();
        return ours.isEmpty()
                || ours.stream()
                        .anyMatch(each ->
                                each.equals(account) || each.substring(4).equals(account));
    }

    /// In groups of four, as people read it.
    String groupedIban() {
        return iban.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
