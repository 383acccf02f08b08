package fr.opalconnect.debit;

import fr.opalconnect.kernel.Iban;
import fr.opalconnect.platform.Papers;
import fr.opalconnect.ui.Fact;
import fr.opalconnect.ui.Language;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/// The mandate on paper, made of what was kept at the signature: the same bytes every time. The only place where its
/// holder sees the whole IBAN again, because a bank asks for it.
@Component
class MandatePapers {
    private final Vault vault;
    private final Papers papers;

    MandatePapers(Vault vault, Papers papers) {
        this.vault = vault;
        this.papers = papers;
    }

    /// What the paper shows.
    record Sheet(Wording wording, String masked, Iban iban, String holder, BankAccount.Proof proof) {
        /// As signed, but for the IBAN, which is whole here.
        List<Fact> facts() {
            return wording.facts().stream()
                    .map(fact -> fact.value().equals(masked) ? new Fact(fact.label(), iban.grouped()) : fact)
                    .toList();
        }

        List<Fact> evidence(Texts t) {
            return List.of(
                    new Fact(t.say("debit.paper.phone"), proof.phone()),
                    new Fact(t.say("debit.paper.sent"), moment(t, proof.codeSentAt())),
                    new Fact(t.say("debit.paper.entered"), moment(t, proof.codeEnteredAt())),
                    new Fact(t.say("debit.paper.wrong"), Integer.toString(proof.wrongTries())),
                    new Fact(t.say("debit.paper.device"), proof.deviceText()),
                    new Fact(t.say("debit.paper.hash"), proof.hashText()));
        }

        String signed(Texts t) {
            return t.say("debit.paper.signed", holder, moment(t, proof.signedAt()));
        }

        private static String moment(Texts t, Instant at) {
            ZonedDateTime there = at.atZone(Texts.ZONE);
            return "%s, %02d:%02d:%02d"
                    .formatted(t.longDay(there.toLocalDate()), there.getHour(), there.getMinute(), there.getSecond());
        }
    }

    byte[] of(Mandate mandate) {
        BankAccount account = mandate.newest();
        BankAccount.Proof proof = account.proof();
        Sheet sheet =
                new Sheet(new Wording(proof.wording()), account.masked(), vault.open(account), account.holder(), proof);
        return papers.pdf(
                "debit/MandatePaper",
                sheet,
                Language.of(proof.language()).onPaper().locale(),
                proof.signedAt());
    }
}
