package fr.opalconnect.debit;

import java.nio.charset.StandardCharsets;

/// What banks send back, as small as the schemas allow.
final class Messages {
    private Messages() {}

    static byte[] pain002(String reference, String code, String amount) {
        return bytes("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
                <GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>2026-12-08T06:00:00</CreDtTm></GrpHdr>
                <OrgnlGrpInfAndSts><OrgnlMsgId>PRLV</OrgnlMsgId><OrgnlMsgNmId>pain.008</OrgnlMsgNmId>
                <GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
                <OrgnlPmtInfAndSts><OrgnlPmtInfId>PRLV-FRST</OrgnlPmtInfId>
                <TxInfAndSts><OrgnlEndToEndId>ANOTHER</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts>
                <TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>RJCT</TxSts>
                <StsRsnInf><Rsn><Cd>%s</Cd></Rsn></StsRsnInf>
                <OrgnlTxRef><Amt><InstdAmt Ccy="EUR">%s</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>
                </OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
                """.formatted(reference, code, amount));
    }

    static byte[] pain002Block(String block, String code) {
        return bytes("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt>
                <GrpHdr><MsgId>BANK-2</MsgId><CreDtTm>2026-12-08T06:00:00</CreDtTm></GrpHdr>
                <OrgnlGrpInfAndSts><OrgnlMsgId>PRLV</OrgnlMsgId><OrgnlMsgNmId>pain.008</OrgnlMsgNmId></OrgnlGrpInfAndSts>
                <OrgnlPmtInfAndSts><OrgnlPmtInfId>%s</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts>
                <StsRsnInf><Rsn><Cd>%s</Cd></Rsn></StsRsnInf></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
                """.formatted(block, code));
    }

    static byte[] pain002File(String message, String code) {
        return bytes("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt>
                <GrpHdr><MsgId>BANK-4</MsgId><CreDtTm>2026-12-08T06:00:00</CreDtTm></GrpHdr>
                <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.008.001.02</OrgnlMsgNmId>
                <GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>%s</Cd></Rsn></StsRsnInf></OrgnlGrpInfAndSts>
                </CstmrPmtStsRpt></Document>
                """.formatted(message, code));
    }

    /// On the account statement, where the bank takes back what it had credited.
    static byte[] camt053(String reference, String code, String amount) {
        String statement = new String(camt054(reference, code, amount), StandardCharsets.UTF_8);
        return bytes(statement
                .replace("camt.054.001.08", "camt.053.001.02")
                .replace("BkToCstmrDbtCdtNtfctn", "BkToCstmrStmt")
                .replace("<Ntfctn>", "<Stmt>")
                .replace("</Ntfctn>", "</Stmt>")
                .replace("<CdtDbtInd>DBIT</CdtDbtInd>", "<CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd>"));
    }

    /// With the bank's charge beside what was collected, and money that came in, which is none of a return.
    static byte[] camt054(String reference, String code, String amount) {
        return bytes("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
                <GrpHdr><MsgId>BANK-3</MsgId><CreDtTm>2026-12-08T06:00:00</CreDtTm></GrpHdr>
                <Ntfctn><Id>1</Id><Acct><Id><IBAN>FR7619999000010000012345602</IBAN></Id></Acct>
                <Ntry><Amt Ccy="EUR">12.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BkTxCd/>
                <NtryDtls><TxDtls><Refs><EndToEndId>IN</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>
                <Ntry><Amt Ccy="EUR">360.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BkTxCd/>
                <NtryDtls><TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs>
                <AmtDtls><InstdAmt><Amt Ccy="EUR">%s</Amt></InstdAmt></AmtDtls>
                <RtrInf><Rsn><Cd>%s</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry>
                </Ntfctn></BkToCstmrDbtCdtNtfctn></Document>
                """.formatted(reference, amount, code));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
