package fr.opalconnect.debit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.kernel.Iban;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// Holds a bank's message against the schema that the banking world publishes, and against its own sums.
final class Schemas {
    private Schemas() {}

    /// @param form `pain.008.001.02`
    static void validate(String form, byte[] message) throws SAXException, IOException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Objects.requireNonNull(Schemas.class.getResource("/" + form + ".xsd"), form))
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(message)));
    }

    static Element parse(byte[] message) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(message))
                    .getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(e);
        }
    }

    /// Counts and sums of the whole and of each block, references that are there once, IBANs and the creditor's
    /// identifier with the right digits.
    static void check(Element root) {
        List<Element> blocks = all(root, "PmtInf");
        Element head = all(root, "GrpHdr").getFirst();
        sums(head, root);
        blocks.forEach(block -> sums(block, block));
        for (String name : List.of("EndToEndId", "PmtInfId", "MsgId")) {
            List<String> ids = texts(root, name);
            assertThat(new HashSet<>(ids)).as(name).hasSameSizeAs(ids);
            assertThat(ids).allMatch(SepaText::isReference);
        }
        assertThat(texts(root, "MndtId")).allMatch(SepaText::isReference);
        assertThat(texts(root, "IBAN")).allMatch(iban -> Iban.read(iban) instanceof Iban.Read.Right);
        for (Element block : blocks) {
            assertThat(CreditorId.isRight(
                            texts(all(block, "CdtrSchmeId").getFirst(), "Id").get(1)))
                    .isTrue();
        }
    }

    private static void sums(Element said, Element within) {
        List<String> amounts = texts(within, "InstdAmt");
        assertThat(texts(said, "NbOfTxs").getFirst()).isEqualTo(Integer.toString(amounts.size()));
        assertThat(new BigDecimal(texts(said, "CtrlSum").getFirst()))
                .isEqualByComparingTo(amounts.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    static List<String> texts(Element within, String name) {
        return all(within, name).stream()
                .map(found -> found.getTextContent().strip())
                .toList();
    }

    static List<Element> all(Element within, String name) {
        NodeList found = within.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
