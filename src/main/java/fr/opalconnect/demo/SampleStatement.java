package fr.opalconnect.demo;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.transfer.Reference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement of the demo landlord's bank, camt.053.001.08, as of a day: people of the cast pay with and without their
/// reference, providers pay their bundles, and the landlord pays somebody.
final class SampleStatement {
    private static final Money OPENING = Money.ofCents(1_846_712_55L);

    private final LocalDate day;
    private final String iban;
    private final List<String> entries = new ArrayList<>();
    private Money balance = OPENING;

    private SampleStatement(LocalDate day, String iban) {
        this.day = day;
        this.iban = iban;
    }

    static String of(LocalDate day, String iban) {
        SampleStatement statement = new SampleStatement(day, iban);
        statement.tell();
        return statement.xml();
    }

    private void tell() {
        Reference marchand = reference(Cast.JEAN_PIERRE_MARCHAND);
        transfer("M OU MME MARCHAND", "FR7699998022000000003316435", 598_72, marchand.value(), "");
        String samuel = reference(Cast.SAMUEL_ROCHE).grouped();
        transfer(
                "ROCHE SAMUEL",
                "FR7699998022000000004409237",
                420_00,
                null,
                "loyer " + samuel.toLowerCase(java.util.Locale.ROOT));
        String elodie = reference(Cast.ELODIE_VASSEUR).value();
        // Two digits that changed places.
        String slip = elodie.substring(0, 8) + elodie.charAt(9) + elodie.charAt(8) + elodie.substring(10);
        transfer("VASSEUR ELODIE", "FR7699998022000000009900116", 183_26, null, "Solde ancien logement " + slip);
        transfer(
                "LEFEVRE KEVIN",
                "FR7699998022000000007072566",
                356_44,
                null,
                "Loyer locataire " + Cast.KEVIN_LEFEVRE.tenant());
        transfer("DIALLO FATOUMATA", "FR7699998022000000005187759", 200_00, null, "Acompte loyer");
        transfer("ASSOCIATION LES TILLEULS", null, 150_00, null, "Participation fete des voisins");
        entry(1_284_51, "<Domn><Cd>PMNT</Cd><Fmly><Cd>MCRD</Cd><SubFmlyCd>POSP</SubFmlyCd></Fmly></Domn>", """
                <NtryDtls><Btch><NbOfTxs>4</NbOfTxs></Btch></NtryDtls>
                <AddtlNtryInf>REMISE CB 4 OPERATIONS</AddtlNtryInf>""");
        entry(18_402_10, "<Domn><Cd>PMNT</Cd><Fmly><Cd>IDDT</Cd><SubFmlyCd>ESDD</SubFmlyCd></Fmly></Domn>", """
                <NtryDtls><Btch><NbOfTxs>45</NbOfTxs></Btch></NtryDtls>
                <AddtlNtryInf>REMISE PRELEVEMENTS SEPA</AddtlNtryInf>""");
        entry(-356_44, "<Domn><Cd>PMNT</Cd><Fmly><Cd>IDDT</Cd><SubFmlyCd>UPDD</SubFmlyCd></Fmly></Domn>", """
                <NtryDtls><TxDtls><RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf></TxDtls></NtryDtls>""");
        entry(-1_250_00, "<Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn>", """
                <AddtlNtryInf>VIREMENT EMIS</AddtlNtryInf>""");
    }

    private static Reference reference(Cast person) {
        return Reference.of(person.lease().number());
    }

    private void transfer(
            String debtor, @Nullable String account, long cents, @Nullable String reference, String words) {
        String from = account == null ? "" : "<DbtrAcct><Id><IBAN>" + account + "</IBAN></Id></DbtrAcct>";
        String told = reference == null
                ? "<Ustrd>" + words + "</Ustrd>"
                : "<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>" + reference
                        + "</Ref></CdtrRefInf></Strd>";
        entry(cents, "<Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn>", """
                <NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>\
                <RltdPties><Dbtr><Pty><Nm>%s</Nm></Pty></Dbtr>%s</RltdPties>\
                <RmtInf>%s</RmtInf></TxDtls></NtryDtls>""".formatted(
                        debtor, from, told));
    }

    private void entry(long cents, String code, String details) {
        Money amount = Money.ofCents(cents);
        balance = balance.plus(amount);
        entries.add("""
                <Ntry><NtryRef>%1$d</NtryRef><Amt Ccy="EUR">%2$s</Amt><CdtDbtInd>%3$s</CdtDbtInd>\
                <Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>%4$s</Dt></BookgDt><ValDt><Dt>%4$s</Dt></ValDt>\
                <AcctSvcrRef>%5$s%1$04d</AcctSvcrRef><BkTxCd>%6$s</BkTxCd>%7$s</Ntry>
                """.formatted(
                        entries.size() + 1,
                        Money.ofCents(Math.abs(cents)).toEuros(),
                        cents < 0 ? "DBIT" : "CRDT",
                        day,
                        day.toString().replace("-", ""),
                        code,
                        details));
    }

    private String xml() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
                <GrpHdr><MsgId>DEMO-%1$s</MsgId><CreDtTm>%2$sT20:00:00+01:00</CreDtTm></GrpHdr>
                <Stmt><Id>RELEVE-%1$s</Id><CreDtTm>%2$sT20:00:00+01:00</CreDtTm>
                <Acct><Id><IBAN>%3$s</IBAN></Id><Ccy>EUR</Ccy></Acct>
                %4$s%5$s%6$s</Stmt></BkToCstmrStmt></Document>
                """.formatted(
                        day.toString().replace("-", ""),
                        day,
                        iban,
                        balance("OPBD", OPENING),
                        balance("CLBD", balance),
                        String.join("", entries));
    }

    private String balance(String code, Money amount) {
        return """
                <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd>\
                <Dt><Dt>%s</Dt></Dt></Bal>
                """.formatted(code, amount.toEuros(), day);
    }
}
