package fr.opalconnect.transfer;

import fr.opalconnect.transfer.CamtRefusal.Reason;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads a bank's file, camt.053 or camt.054, versions 2 to 8: whole, or not at all. As a stream, an entry at a time;
/// without DTDs, without entities, within limits.
///
/// Its own reader rather than a library: the classes of ISO 20022 that are to be had weigh more than the whole
/// program, for some twenty fields.
final class CamtReader {
    private static final Pattern NAMESPACE =
            Pattern.compile("urn:iso:std:iso:20022:tech:xsd:(camt\\.05[34])\\.001\\.(\\d\\d)");
    private static final int OLDEST = 2;
    private static final int NEWEST = 8;
    private static final int DEEPEST = 40;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_ELEMENTS = 4_000_000;

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader xml;
    private String namespace = "";
    private String version = "";
    private int elements;

    private CamtReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    static CamtFile read(byte[] file) throws CamtRefusal {
        if (file.length == 0) {
            throw new CamtRefusal(Reason.EMPTY);
        }
        try {
            return new CamtReader(FACTORY.createXMLStreamReader(new ByteArrayInputStream(file))).document();
        } catch (XMLStreamException e) {
            throw new CamtRefusal(Reason.NOT_XML);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, name) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    private CamtFile document() throws XMLStreamException, CamtRefusal {
        if (!opensChild()) {
            throw new CamtRefusal(Reason.EMPTY);
        }
        Matcher known = NAMESPACE.matcher(String.valueOf(xml.getNamespaceURI()));
        if (!xml.getLocalName().equals("Document") || !known.matches()) {
            throw new CamtRefusal(Reason.OTHER_MESSAGE);
        }
        namespace = known.group();
        version = namespace.substring(namespace.indexOf("camt"));
        int number = Integer.parseInt(known.group(2));
        if (number < OLDEST || number > NEWEST) {
            throw new CamtRefusal(Reason.VERSION, version);
        }
        boolean booked = known.group(1).equals("camt.053");
        CamtFile file = message(booked ? "BkToCstmrStmt" : "BkToCstmrDbtCdtNtfctn", booked ? "Stmt" : "Ntfctn", booked);
        while (xml.hasNext()) {
            refuseDtd(xml.next()); // what is broken after the end is broken, too
        }
        return file;
    }

    private CamtFile message(String name, String statement, boolean booked) throws XMLStreamException, CamtRefusal {
        if (!opensChild() || !xml.getLocalName().equals(name)) {
            throw new CamtRefusal(Reason.OTHER_MESSAGE);
        }
        String messageId = null;
        List<CamtFile.Statement> statements = new ArrayList<>();
        while (opensChild()) {
            if (xml.getLocalName().equals("GrpHdr")) {
                messageId = piece().text("MsgId");
            } else if (xml.getLocalName().equals(statement)) {
                statements.add(statement(booked));
            } else {
                piece();
            }
        }
        if (statements.isEmpty()) {
            throw new CamtRefusal(Reason.MISSING, statement);
        }
        return new CamtFile(version, messageId, statements);
    }

    private CamtFile.Statement statement(boolean booked) throws XMLStreamException, CamtRefusal {
        CamtElement head = new CamtElement(xml.getLocalName());
        CamtEntries entries = new CamtEntries();
        while (opensChild()) {
            boolean entry = xml.getLocalName().equals("Ntry");
            CamtElement piece = piece();
            if (entry) {
                entries.add(piece);
            } else {
                head.add(piece);
            }
        }
        return CamtHead.statement(booked, head, entries);
    }

    /// Goes on to the next child of where the reader stands, or to its end.
    private boolean opensChild() throws XMLStreamException, CamtRefusal {
        while (xml.hasNext()) {
            int event = xml.next();
            refuseDtd(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
        return false;
    }

    /// The element that has just begun, with all that is in it. What is of another namespace is left out.
    private CamtElement piece() throws XMLStreamException, CamtRefusal {
        CamtElement whole = begun();
        Deque<CamtElement> open = new ArrayDeque<>(List.of(whole));
        while (!open.isEmpty()) {
            int event = xml.next();
            refuseDtd(event);
            CamtElement here = Objects.requireNonNull(open.peek());
            if (event == XMLStreamConstants.START_ELEMENT) {
                CamtElement child = begun();
                if (namespace.equals(xml.getNamespaceURI())) {
                    here.add(child);
                }
                open.push(child);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open.pop();
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                say(here, xml.getText());
            }
            if (open.size() > DEEPEST) {
                throw new CamtRefusal(Reason.TOO_LARGE);
            }
        }
        return whole;
    }

    private CamtElement begun() throws CamtRefusal {
        elements++;
        if (elements > MOST_ELEMENTS) {
            throw new CamtRefusal(Reason.TOO_LARGE);
        }
        CamtElement element = new CamtElement(xml.getLocalName());
        @Nullable String currency = xml.getAttributeValue(null, "Ccy");
        if (currency != null) {
            element.put("Ccy", currency);
        }
        return element;
    }

    private static void say(CamtElement element, String text) throws CamtRefusal {
        if (text.length() > LONGEST_TEXT) {
            throw new CamtRefusal(Reason.TOO_LARGE);
        }
        element.say(text);
    }

    private static void refuseDtd(int event) throws CamtRefusal {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new CamtRefusal(Reason.DTD);
        }
    }
}
