package fr.opalconnect.transfer;

import java.io.StringReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

/// Writes statements as banks do, in each version: the words for a state and the way to a name changed over the years.
final class Camt {
    static final String ACCOUNT = "FR7699999021000004236002377";

    private final boolean statement;
    private final int version;
    private final List<String> statements = new ArrayList<>();
    private String id = "REL-1";
    private String created = "2026-11-23T20:00:00+01:00";
    private String head = "";
    private final List<String> entries = new ArrayList<>();

    private Camt(boolean statement, int version) {
        this.statement = statement;
        this.version = version;
    }

    static Camt statement(int version) {
        return new Camt(true, version);
    }

    static Camt notification(int version) {
        return new Camt(false, version);
    }

    Camt id(String id) {
        this.id = id;
        return this;
    }

    Camt created(String created) {
        this.created = created;
        return this;
    }

    Camt balances(String opening, String closing) {
        head = balance("OPBD", opening) + balance("CLBD", closing);
        return this;
    }

    Camt head(String more) {
        head += more;
        return this;
    }

    /// Any entry.
    ///
    /// @param details what stands after the bank's code
    Camt entry(String amount, String side, String bankReference, String code, String details) {
        return raw(amount, side, "", "<Dt>2026-11-23</Dt>", bankReference, code, details);
    }

    Camt raw(
            String amount,
            String side,
            String reversal,
            String booked,
            String bankReference,
            String code,
            String details) {
        entries.add("<Ntry><Amt Ccy=\"EUR\">%s</Amt><CdtDbtInd>%s</CdtDbtInd>%s%s<BookgDt>%s</BookgDt>"
                        .formatted(amount, side, reversal, status("BOOK"), booked)
                + "<ValDt><Dt>2026-11-23</Dt></ValDt>"
                + (bankReference.isEmpty() ? "" : "<AcctSvcrRef>" + bankReference + "</AcctSvcrRef>")
                + "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>%s</Cd><SubFmlyCd>%s</SubFmlyCd></Fmly></Domn></BkTxCd>"
                        .formatted(code.substring(0, 4), code.substring(5))
                + details
                + "</Ntry>");
        return this;
    }

    Camt announced(String amount) {
        entries.add(
                "<Ntry><Amt Ccy=\"EUR\">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd>%s<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd></Ntry>"
                        .formatted(amount, status("PDNG")));
        return this;
    }

    /// A transfer that came in.
    Camt transfer(String amount, String bankReference, String debtor, String iban, String remittance) {
        return entry(
                amount,
                "CRDT",
                bankReference,
                "RCDT/ESCT",
                "<NtryDtls>" + transaction(version < 3 ? "" : amount, debtor, iban, remittance) + "</NtryDtls>");
    }

    /// One transaction of an entry.
    ///
    /// @param amount empty where the entry's is its own
    String transaction(String amount, String debtor, String iban, String remittance) {
        String sum = "<Amt Ccy=\"EUR\">" + amount + "</Amt>";
        String told = amount.isEmpty()
                ? ""
                : version < 3 ? "<AmtDtls><TxAmt>" + sum + "</TxAmt></AmtDtls>" : sum + "<CdtDbtInd>CRDT</CdtDbtInd>";
        String name = version < 7 ? "<Nm>" + debtor + "</Nm>" : "<Pty><Nm>" + debtor + "</Nm></Pty>";
        return "<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>"
                + told
                + "<RltdPties><Dbtr>" + name + "</Dbtr>"
                + (iban.isEmpty() ? "" : "<DbtrAcct><Id><IBAN>" + iban + "</IBAN></Id></DbtrAcct>")
                + "</RltdPties>"
                + (remittance.isEmpty() ? "" : "<RmtInf>" + remittance + "</RmtInf>")
                + "</TxDtls>";
    }

    static String words(String text) {
        return "<Ustrd>" + text + "</Ustrd>";
    }

    static String structured(Reference reference) {
        return "<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>" + reference.value()
                + "</Ref></CdtrRefInf></Strd>";
    }

    /// Ends this statement and begins the next one of the same file.
    Camt then(String nextId) {
        statements.add(one());
        entries.clear();
        head = "";
        id = nextId;
        return this;
    }

    String xml() {
        statements.add(one());
        String all = String.join("", statements);
        statements.removeLast();
        String message = statement ? "BkToCstmrStmt" : "BkToCstmrDbtCdtNtfctn";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"%s\"><%s><GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-23T20:00:00+01:00</CreDtTm></GrpHdr>%s</%s></Document>"
                .formatted(namespace(), message, all, message);
    }

    byte[] bytes() {
        return xml().getBytes(StandardCharsets.UTF_8);
    }

    String namespace() {
        return "urn:iso:std:iso:20022:tech:xsd:camt.05%d.001.%02d".formatted(statement ? 3 : 4, version);
    }

    private String one() {
        String name = statement ? "Stmt" : "Ntfctn";
        return "<%s><Id>%s</Id><CreDtTm>%s</CreDtTm><Acct><Id><IBAN>%s</IBAN></Id><Ccy>EUR</Ccy></Acct>%s%s</%s>"
                .formatted(name, id, created, ACCOUNT, head, String.join("", entries), name);
    }

    private String status(String word) {
        return version < 7 ? "<Sts>" + word + "</Sts>" : "<Sts><Cd>" + word + "</Cd></Sts>";
    }

    private static String balance(String code, String amount) {
        return "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-23</Dt></Dt></Bal>"
                .formatted(code, amount);
    }

    /// Holds a file against the bankers' schema of its version. Those that are to be had are those of the account
    /// report,
    /// camt.052, which has the very types of the statement and the notification.
    static void validate(String xml) throws Exception {
        String version = xml.replaceFirst("(?s).*?xsd:camt\\.05[34]\\.001\\.(\\d\\d)\".*", "$1");
        String report = xml.replaceAll("camt\\.05[34]", "camt.052")
                .replaceAll("BkToCstmr(Stmt|DbtCdtNtfctn)", "BkToCstmrAcctRpt")
                .replaceAll("(</?)(Stmt|Ntfctn)>", "$1Rpt>");
        URL schema = Objects.requireNonNull(Camt.class.getResource("/camt.052.001." + version + ".xsd"));
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schema)
                .newValidator()
                .validate(new StreamSource(new StringReader(report)));
    }
}
