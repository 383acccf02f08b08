package fr.opalconnect.debit;

import fr.opalconnect.debit.PainFile.Block;
import fr.opalconnect.debit.PainFile.Line;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes a pain.008 as ISO 20022, the implementation guides of the European Payments Council and the French bankers'
/// guide want it.
final class PainWriter {
    /// Outside the European Economic Area the debtor's address has to be said.
    private static final Set<String> ADDRESS_WANTED =
            Set.of("AD", "AL", "CH", "GB", "GI", "MC", "MD", "ME", "MK", "RS", "SM", "VA");

    private final PainFile file;
    private final XMLStreamWriter xml;

    private PainWriter(PainFile file, XMLStreamWriter xml) {
        this.file = file;
        this.xml = xml;
    }

    static byte[] write(PainFile file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new PainWriter(file, xml).document();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("nothing can go wrong in memory", e);
        }
        return bytes.toByteArray();
    }

    private void document() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("Document");
        xml.writeDefaultNamespace(file.settings().version().namespace());
        open("CstmrDrctDbtInitn");
        open("GrpHdr");
        say("MsgId", file.messageId());
        say("CreDtTm", file.createdAt());
        say("NbOfTxs", Integer.toString(file.lines().size()));
        say("CtrlSum", file.sum().toEuros());
        open("InitgPty");
        say("Nm", SepaText.of(file.settings().creditor(), 70));
        close(2);
        for (Block block : file.blocks()) {
            block(block);
        }
        close(2);
        xml.writeEndDocument();
    }

    private void block(Block block) throws XMLStreamException {
        DebitSettings settings = file.settings();
        open("PmtInf");
        say("PmtInfId", block.id());
        say("PmtMtd", "DD");
        say("NbOfTxs", Integer.toString(block.lines().size()));
        say("CtrlSum", block.sum().toEuros());
        open("PmtTpInf");
        say("SvcLvl", "Cd", "SEPA");
        say("LclInstrm", "Cd", "CORE");
        say("SeqTp", block.sequence().name());
        close(1);
        say("ReqdColltnDt", file.dueOn().toString());
        say("Cdtr", "Nm", SepaText.of(settings.creditor(), 70));
        open("CdtrAcct");
        say("Id", "IBAN", settings.iban());
        close(1);
        agent("CdtrAgt", settings.bic());
        say("ChrgBr", "SLEV");
        open("CdtrSchmeId");
        open("Id");
        open("PrvtId");
        open("Othr");
        say("Id", settings.ics());
        say("SchmeNm", "Prtry", "SEPA");
        close(4);
        for (Line line : block.lines()) {
            line(line);
        }
        close(1);
    }

    private void line(Line line) throws XMLStreamException {
        open("DrctDbtTxInf");
        open("PmtId");
        say("InstrId", line.reference());
        say("EndToEndId", line.reference());
        close(1);
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", "EUR");
        xml.writeCharacters(line.amount().toEuros());
        close(1);
        open("DrctDbtTx");
        open("MndtRltdInf");
        say("MndtId", line.rum());
        say("DtOfSgntr", line.signedOn().toString());
        if (line.amended()) {
            say("AmdmntInd", "true");
            open("AmdmntInfDtls");
            open("OrgnlDbtrAcct");
            open("Id");
            say("Othr", "Id", "SMNDA");
            close(3);
        }
        close(2);
        agent("DbtrAgt", "");
        open("Dbtr");
        say("Nm", SepaText.of(line.debtor(), 70));
        if (ADDRESS_WANTED.contains(line.iban().country())) {
            open("PstlAdr");
            say("Ctry", "FR");
            say("AdrLine", SepaText.of(line.address(), 70));
            close(1);
        }
        close(1);
        open("DbtrAcct");
        say("Id", "IBAN", line.iban().value());
        close(1);
        say("RmtInf", "Ustrd", SepaText.of(line.words(), 140));
        close(1);
    }

    /// A bank by its BIC, or that it is not given: the IBAN tells it.
    private void agent(String name, String bic) throws XMLStreamException {
        open(name);
        open("FinInstnId");
        if (bic.isEmpty()) {
            say("Othr", "Id", "NOTPROVIDED");
        } else {
            say(file.settings().version().bicElement(), bic);
        }
        close(2);
    }

    private void open(String name) throws XMLStreamException {
        xml.writeStartElement(name);
    }

    private void close(int how) throws XMLStreamException {
        for (int i = 0; i < how; i++) {
            xml.writeEndElement();
        }
    }

    private void say(String name, String value) throws XMLStreamException {
        open(name);
        xml.writeCharacters(value);
        close(1);
    }

    private void say(String outer, String inner, String value) throws XMLStreamException {
        open(outer);
        say(inner, value);
        close(1);
    }
}
