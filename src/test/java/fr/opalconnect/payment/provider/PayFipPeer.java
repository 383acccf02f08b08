package fr.opalconnect.payment.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// PayFiP as its facts have it: what it takes and refuses, how long a number lives, the nightly purge, its faults.
/// Reads
/// requests with another parser than ours, and is strict about their shape.
final class PayFipPeer implements AutoCloseable {
    static final Duration LIFE = Duration.ofMinutes(15);

    private static final String NAMESPACE = "http://securite.service.tpa.cp.finances.gouv.fr/services/mas_securite/"
            + "contrat_paiement_securise/PaiementSecuriseService";
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    /// In the order in which the service's description has them.
    private static final List<String> CREATE =
            List.of("exer", "mel", "montant", "numcli", "objet", "refdet", "saisie", "urlnotif", "urlredirect");

    private record Operation(Map<String, String> fields, Instant at) {}

    private final HttpServer server;
    private final InstantSource clock;
    private final Map<String, Operation> operations = new HashMap<>();
    private final Map<String, String> results = new HashMap<>();

    /// Instead of what it would say.
    @Nullable
    String instead;

    int status = 200;

    PayFipPeer(InstantSource clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/tpa/services/securite", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/tpa/services/securite");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /// What it was told when the payment was announced.
    Map<String, String> announced(String number) {
        return operations.get(number).fields();
    }

    /// Somebody opens the page of this number and pays, is refused, or leaves.
    ///
    /// @return false when the number has lived too long
    boolean visit(String number, String result) {
        Operation operation = operations.get(number);
        if (operation == null || clock.instant().isAfter(operation.at().plus(LIFE))) {
            return false;
        }
        results.put(number, result);
        return true;
    }

    /// The nightly cleaning: numbers that never reached the bank are forgotten.
    void purge() {
        operations.keySet().removeIf(number -> !results.containsKey(number));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String reply;
        int code = status;
        if (instead != null) {
            reply = instead;
        } else {
            try {
                Map<String, String> fields = new LinkedHashMap<>();
                String operation = read(request, fields);
                reply = operation.equals("creerPaiementSecurise") ? create(fields) : detail(fields);
            } catch (XMLStreamException | IllegalArgumentException e) {
                reply = fault("TechProtocolaireErreur", "T1", "Message non conforme : " + e.getMessage());
            }
            code = reply.contains("<soap:Fault>") ? 500 : 200;
        }
        byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml;charset=UTF-8");
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /// @return the operation; its fields in their order
    private static String read(String request, Map<String, String> fields) throws XMLStreamException {
        XMLStreamReader xml = XMLInputFactory.newInstance().createXMLStreamReader(new StringReader(request));
        List<String> path = new ArrayList<>();
        String operation = "";
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.add(xml.getLocalName());
                    String namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
                    String wanted = path.size() <= 2 ? SOAP : path.size() == 3 ? NAMESPACE : "";
                    if (!namespace.equals(wanted)) {
                        throw new IllegalArgumentException("namespace of " + path);
                    }
                    if (path.size() == 3) {
                        operation = xml.getLocalName();
                    }
                    if (path.size() == 4 && !xml.getLocalName().equals("arg0")) {
                        throw new IllegalArgumentException("argument " + xml.getLocalName());
                    }
                    if (path.size() == 5) {
                        fields.put(xml.getLocalName(), xml.getElementText());
                        path.removeLast();
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> path.removeLast();
                default -> {}
            }
        }
        return operation;
    }

    private String create(Map<String, String> fields) {
        if (!List.copyOf(fields.keySet()).equals(CREATE)) {
            throw new IllegalArgumentException("fields " + fields.keySet());
        }
        Map<String, String> shapes = Map.of(
                "exer", "[0-9]{4}",
                "mel", "(?=.{6,80}$)[^@ ]+@[^@ ]+",
                "montant", "[0-9]{3,8}",
                "numcli", "[0-9]{6}",
                "objet", "[A-Za-z0-9 ]{1,99}",
                "refdet", "[A-Za-z0-9]{6,30}",
                "saisie", "[TXW]",
                "urlnotif", "https?://.{1,240}",
                "urlredirect", "https?://.{1,240}");
        for (Map.Entry<String, String> field : fields.entrySet()) {
            if (!field.getValue().matches(shapes.get(field.getKey()))) {
                return fault("FonctionnelleErreur", "F1", "Le format du paramètre " + field.getKey());
            }
        }
        long cents = Long.parseLong(fields.get("montant"));
        if (cents < 100 || cents > 10_000_000) {
            return fault("FonctionnelleErreur", "F2", "Le montant");
        }
        if (!fields.get("numcli").equals("012345")) {
            return fault("FonctionnelleErreur", "F3", "Client inconnu");
        }
        String number = UUID.randomUUID().toString();
        operations.put(number, new Operation(Map.copyOf(fields), clock.instant()));
        return envelope("<ns2:creerPaiementSecuriseResponse xmlns:ns2=\"" + NAMESPACE + "\"><return><idOp>" + number
                + "</idOp></return></ns2:creerPaiementSecuriseResponse>");
    }

    private String detail(Map<String, String> fields) {
        // With another spelling of the field it would say the same: this is how the service is.
        String number = fields.getOrDefault("idOp", "");
        Operation operation = operations.get(number);
        if (operation == null) {
            return fault("FonctionnelleErreur", "P1", "IdOp incorrect.");
        }
        String result = results.get(number);
        if (result == null) {
            return fault("FonctionnelleErreur", "P5", "Résultat de la transaction non connu.");
        }
        Map<String, String> told = operation.fields();
        return envelope("<ns2:recupererDetailPaiementSecuriseResponse xmlns:ns2=\"" + NAMESPACE + "\"><return>"
                + element("dattrans", "23112026")
                + element("exer", told.get("exer"))
                + element("heurtrans", "1016")
                + element("idOp", number)
                + element("mel", told.get("mel"))
                + element("montant", told.get("montant"))
                + (result.equals("P") ? element("numauto", "112233445566-tip") : "")
                + element("numcli", told.get("numcli"))
                + element("objet", told.get("objet"))
                + element("refdet", told.get("refdet"))
                + element("resultrans", result)
                + element("saisie", told.get("saisie"))
                + "</return></ns2:recupererDetailPaiementSecuriseResponse>");
    }

    static String fault(String kind, String code, String label) {
        return envelope("<soap:Fault><faultcode>soap:Server</faultcode><faultstring>"
                + "fr.gouv.finances.cp.tpa.webservice.exceptions." + kind + "</faultstring><detail><ns1:" + kind
                + " xmlns:ns1=\"" + NAMESPACE + "\">" + element("code", code) + element("descriptif", label)
                + element("libelle", label) + element("severite", "2") + "</ns1:" + kind + "></detail></soap:Fault>");
    }

    static String envelope(String body) {
        return "<soap:Envelope xmlns:soap=\"" + SOAP + "\"><soap:Body>" + body + "</soap:Body></soap:Envelope>";
    }

    private static String element(String name, String value) {
        return "<" + name + ">" + value + "</" + name + ">";
    }
}
