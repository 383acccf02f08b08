package fr.opalconnect.payment.provider;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// PayFiP's web service: SOAP 1.1, document and literal, one argument with plain fields each way.
final class PayFipSoap {
    static final String NAMESPACE = "http://securite.service.tpa.cp.finances.gouv.fr/services/mas_securite/"
            + "contrat_paiement_securise/PaiementSecuriseService";
    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    /// They all have `code`, `libelle`, `descriptif` and `severite`.
    private static final Set<String> FAULTS = Set.of(
            "FonctionnelleErreur",
            "TechDysfonctionnementErreur",
            "TechIndisponibiliteErreur",
            "TechProtocolaireErreur");

    sealed interface Reply {}

    record Said(Map<String, String> fields, String raw) implements Reply {}

    /// @param kind  which of the four
    /// @param label its word for it; tells nothing of a person
    record Fault(String kind, String code, String label, String raw) implements Reply {
        /// It was understood, and will be answered the same way each time.
        boolean ours() {
            return kind.equals("FonctionnelleErreur") || kind.equals("TechProtocolaireErreur");
        }

        /// For the log and the desk.
        @Override
        public String toString() {
            return (kind + " " + code + " " + label).trim();
        }
    }

    /// Nothing came, or nothing that could be read.
    record Silence(String reason) implements Reply {}

    private final URI service;
    private final Calls calls = new Calls();

    PayFipSoap(URI service) {
        this.service = service;
    }

    Reply call(String operation, Map<String, String> argument) {
        try {
            Calls.Reply reply = calls.post(
                    service,
                    envelope(operation, argument),
                    "Content-Type",
                    "text/xml; charset=utf-8",
                    "SOAPAction",
                    "");
            return read(operation, reply);
        } catch (IOException e) {
            return new Silence(e.getClass().getSimpleName());
        }
    }

    private static String envelope(String operation, Map<String, String> argument) {
        StringBuilder xml = new StringBuilder(1_000)
                .append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<soapenv:Envelope xmlns:soapenv=\"")
                .append(SOAP)
                .append("\" xmlns:pai=\"")
                .append(NAMESPACE)
                .append("\"><soapenv:Body><pai:")
                .append(operation)
                .append("><arg0>");
        argument.forEach((name, value) -> xml.append('<')
                .append(name)
                .append('>')
                .append(escaped(value))
                .append("</")
                .append(name)
                .append('>'));
        return xml.append("</arg0></pai:")
                .append(operation)
                .append("></soapenv:Body></soapenv:Envelope>")
                .toString();
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Reply read(String operation, Calls.Reply reply) {
        Element body;
        try {
            body = child(
                    parser().parse(new InputSource(new StringReader(reply.body())))
                            .getDocumentElement(),
                    "Body");
        } catch (SAXException | IOException e) {
            return new Silence("status " + reply.status());
        }
        Element fault = child(body, "Fault");
        if (fault != null) {
            return fault(fault, reply.body());
        }
        Element answer = child(child(body, operation + "Response"), "return");
        return answer == null ? new Silence("status " + reply.status()) : new Said(fields(answer), reply.body());
    }

    private static Fault fault(Element fault, String raw) {
        Element detail = child(fault, "detail");
        for (String kind : FAULTS) {
            Element told = child(detail, kind);
            if (told != null) {
                Map<String, String> fields = fields(told);
                return new Fault(kind, fields.getOrDefault("code", ""), fields.getOrDefault("libelle", ""), raw);
            }
        }
        return new Fault("Fault", "", "", raw);
    }

    private static Map<String, String> fields(Element parent) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                fields.put(element.getLocalName(), element.getTextContent().trim());
            }
        }
        return fields;
    }

    private static @Nullable Element child(@Nullable Element parent, String name) {
        for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                return element;
            }
        }
        return null;
    }

    /// Reads no document type, and fetches nothing from anywhere.
    private static DocumentBuilder parser() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setExpandEntityReferences(false);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler()); // throws what is fatal, and prints nothing
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every JDK has this parser", e);
        }
    }
}
