package fr.opalconnect.debit;

import fr.opalconnect.kernel.Money;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// Reads what a bank sends back: pain.002, and the returns among the entries of camt.053 and camt.054, in any version.
final class ReturnReader {
    private static final Pattern FORM =
            Pattern.compile("urn:iso:std:iso:20022:tech:xsd:(pain\\.002|camt\\.05[34])\\.001\\.([0-9]{2})");

    /// What a line names.
    enum Names {
        REFERENCE,
        /// All collections of a block (PmtInfId).
        BLOCK,
        /// All of a file (MsgId).
        FILE
    }

    /// @param amount null when the bank does not say it
    record Line(
            Names names,
            String named,
            String code,
            @Nullable Money amount) {}

    /// What came of reading a file: all of it, or nothing.
    sealed interface Read {
        /// @param form `pain.002.001.03`
        record Right(String form, List<Line> lines) implements Read {}

        /// @param textKey why, in the message bundle
        record Refused(String textKey) implements Read {}
    }

    private ReturnReader() {}

    static Read read(byte[] bytes) {
        try {
            Element root = parse(bytes);
            Matcher form = FORM.matcher(String.valueOf(root.getNamespaceURI()));
            if (!form.matches() || !root.getLocalName().equals("Document")) {
                return new Read.Refused("debit.returns.refused.form");
            }
            List<Line> lines = form.group(1).startsWith("pain") ? statuses(root) : entries(root);
            return new Read.Right(form.group(1) + ".001." + form.group(2), lines);
        } catch (SAXException e) {
            return new Read.Refused("debit.returns.refused.xml");
        } catch (NumberFormatException | ArithmeticException e) {
            return new Read.Refused("debit.returns.refused.amount");
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("nothing can go wrong in memory", e);
        }
    }

    /// Without what a file could make the reader fetch.
    private static Element parse(byte[] bytes) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setExpandEntityReferences(false);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement();
    }

    private static List<Line> statuses(Element root) {
        List<Line> lines = new ArrayList<>();
        List<Element> blocks = all(root, "OrgnlPmtInfAndSts").toList();
        for (Element block : blocks) {
            List<Element> transactions = all(block, "TxInfAndSts").toList();
            transactions.stream().filter(ReturnReader::isRejected).forEach(one -> lines.add(status(one)));
            if (transactions.isEmpty() && "RJCT".equals(child(block, "PmtInfSts"))) {
                lines.add(new Line(Names.BLOCK, text(block, "OrgnlPmtInfId"), code(block, "StsRsnInf"), null));
            }
        }
        all(root, "OrgnlGrpInfAndSts")
                .filter(group -> blocks.isEmpty() && "RJCT".equals(child(group, "GrpSts")))
                .forEach(group ->
                        lines.add(new Line(Names.FILE, text(group, "OrgnlMsgId"), code(group, "StsRsnInf"), null)));
        return lines;
    }

    /// Some banks leave the state of what they reject out, and give the reason only.
    private static boolean isRejected(Element transaction) {
        String state = child(transaction, "TxSts");
        return state == null ? !code(transaction, "StsRsnInf").isEmpty() : state.equals("RJCT");
    }

    private static Line status(Element transaction) {
        return new Line(
                Names.REFERENCE,
                text(transaction, "OrgnlEndToEndId"),
                code(transaction, "StsRsnInf"),
                amount(transaction, "InstdAmt"));
    }

    private static List<Line> entries(Element root) {
        List<Line> lines = new ArrayList<>();
        for (Element entry : all(root, "Ntry").toList()) {
            boolean out = "DBIT".equals(child(entry, "CdtDbtInd")) || "true".equals(child(entry, "RvslInd"));
            all(entry, "TxDtls")
                    .filter(details -> out && all(details, "RtrInf").findAny().isPresent())
                    .forEach(details -> lines.add(new Line(
                            Names.REFERENCE,
                            text(details, "EndToEndId"),
                            code(details, "RtrInf"),
                            instructed(details))));
        }
        return lines;
    }

    /// What was collected, not what the bank charges for its return.
    private static @Nullable Money instructed(Element details) {
        Money instructed = amount(details, "InstdAmt");
        return instructed == null ? amount(details, "TxAmt") : instructed;
    }

    /// Some banks write the amount into the element, some into another one inside.
    private static @Nullable Money amount(Element within, String name) {
        Element found = all(within, name).findFirst().orElse(null);
        if (found == null) {
            return null;
        }
        Element inner = all(found, "Amt").findFirst().orElse(found);
        return Money.ofCents(
                new BigDecimal(inner.getTextContent().strip()).movePointRight(2).longValueExact());
    }

    private static String code(Element within, String name) {
        return all(within, name)
                .flatMap(reason -> all(reason, "Rsn"))
                .flatMap(reason -> Stream.concat(all(reason, "Cd"), all(reason, "Prtry")))
                .map(found -> found.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static String text(Element within, String name) {
        return all(within, name)
                .map(found -> found.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    /// A child of its own, not one further down.
    private static @Nullable String child(Element within, String name) {
        return all(within, name)
                .filter(found -> within.isSameNode(found.getParentNode()))
                .map(found -> found.getTextContent().strip())
                .findFirst()
                .orElse(null);
    }

    private static Stream<Element> all(Element within, String name) {
        NodeList found = within.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }
}
