package fr.opalconnect.debit;

import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.ui.Fact;
import fr.opalconnect.ui.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The mandates of a tenant's leases, for the office.
record TenantMandatesView(TenantNumber tenant, String name, List<Sheet> sheets, LocalDate today) {
    /// @param debits its collections, the latest first
    record Sheet(Mandate mandate, List<DirectDebit> debits, List<MandateView.Step> steps) {}

    List<Fact> facts(Texts t, Mandate mandate) {
        BankAccount.Proof proof = mandate.newest().proof();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(t.say("debit.wording.rum"), mandate.rum()));
        facts.add(new Fact(t.say("debit.wording.iban"), mandate.accountOn(today).masked()));
        facts.add(new Fact(t.say("debit.wording.holder"), mandate.newest().holder()));
        facts.add(new Fact(t.say("debit.wording.day"), t.say("debit.wording.day.of", mandate.day())));
        facts.add(new Fact(t.say("debit.signed-on"), t.longDay(MandateView.day(mandate.signedAt()))));
        facts.add(new Fact(
                t.say("debit.paper.signature"),
                t.say(
                        "debit.desk.evidence",
                        proof.phone(),
                        t.longDay(MandateView.day(proof.signedAt())),
                        proof.deviceText())));
        facts.add(new Fact(t.say("debit.paper.hash"), proof.hashText()));
        return facts;
    }
}
