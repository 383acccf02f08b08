package fr.opalconnect.debit;

import fr.opalconnect.kernel.Iban;
import fr.opalconnect.platform.UnusableSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who collects, and how: `opal.debit.*`. Without a creditor, automatic debit is not offered. What is given and cannot
/// be right stops the start, and says so.
///
/// @param creditor      the landlord's name as on the bank's contract
/// @param address       of the creditor, on one line
/// @param ics           its identifier
/// @param iban          the account that is credited
/// @param bic           of that account's bank; the bank may let it be left out
/// @param rum           how a mandate's reference is made: {bail} and {locataire} are their numbers, {date} the day of
///                      the signature, {n} a running number, which it must have
/// @param days          of the month, among which a tenant chooses
/// @param notice        days between the announcement of a collection and the day it leaves: 14, or fewer as agreed in
///                      the mandate
/// @param accountChange days until a new IBAN is used
/// @param version       of the file for the bank
/// @param first         whether the first collection is marked FRST, as some banks still ask
record DebitSettings(
        String creditor,
        String address,
        String ics,
        String iban,
        String bic,
        String rum,
        SortedSet<Integer> days,
        int notice,
        int accountChange,
        PainVersion version,
        boolean first) {
    /// As they are written.
    @ConfigurationProperties("opal.debit")
    record Written(
            @DefaultValue("") String creditor,
            @DefaultValue("") String address,
            @DefaultValue("") String ics,
            @DefaultValue("") String iban,
            @DefaultValue("") String bic,
            @DefaultValue("{bail}-{n}") String rum,
            @DefaultValue({"5", "10", "15"}) List<Integer> days,
            @DefaultValue("14") int notice,
            @DefaultValue("3") int accountChange,
            @DefaultValue("pain.008.001.02") String version,
            @DefaultValue("true") boolean first) {}

    static DebitSettings of(Written given) {
        String iban = given.iban().replaceAll("\\s", "");
        String ics = given.ics().replaceAll("\\s", "");
        DebitSettings settings = new DebitSettings(
                given.creditor().strip(),
                given.address().strip(),
                ics,
                iban,
                given.bic().strip(),
                given.rum(),
                new TreeSet<>(given.days()),
                given.notice(),
                given.accountChange(),
                PainVersion.of(given.version()),
                given.first());
        List<String> wrong = settings.wrong();
        if (!wrong.isEmpty()) {
            throw new UnusableSetting("Automatic debit cannot be offered like this: " + String.join("; ", wrong));
        }
        return settings;
    }

    boolean offered() {
        return !ics.isEmpty();
    }

    private List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        if (!offered()) {
            if (!creditor.isEmpty() || !iban.isEmpty()) {
                wrong.add("opal.debit.ics is missing");
            }
            return wrong;
        }
        if (creditor.isEmpty() || creditor.length() > 70) {
            wrong.add("opal.debit.creditor is the landlord's name, of 70 letters at most");
        }
        if (address.isEmpty()) {
            wrong.add("opal.debit.address is missing: the mandate needs the creditor's address");
        }
        if (!CreditorId.isRight(ics)) {
            wrong.add("opal.debit.ics is not a creditor identifier: its check digits say so");
        }
        if (!(Iban.read(iban) instanceof Iban.Read.Right)) {
            wrong.add("opal.debit.iban is not an IBAN of the SEPA area");
        }
        if (!bic.isEmpty() && !bic.matches("[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?")) {
            wrong.add("opal.debit.bic is not a BIC");
        }
        if (!rum.contains("{n}") || !SepaText.isReference(RumPattern.example(rum))) {
            wrong.add("opal.debit.rum needs {n}, and letters, digits and +?/-:().,' only, 35 at most");
        }
        if (days.isEmpty() || days.first() < 1 || days.last() > 28) {
            wrong.add("opal.debit.days are days from 1 to 28");
        }
        if (notice < 1 || notice > 60 || accountChange < 0 || accountChange > 60) {
            wrong.add("opal.debit.notice and opal.debit.account-change are numbers of days, 60 at most");
        }
        return wrong;
    }
}
