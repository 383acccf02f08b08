package fr.opalconnect.notification;

import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.platform.Network;
import fr.opalconnect.platform.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where a mail relay tells of letters that came back: a list of `{"adresse": "…", "statut": "5.1.1"}`, or one of them.
/// Who does not know the secret finds nothing here.
@Controller
@Open(fromElsewhere = true)
class MailReturnsPage {
    private static final int LONGEST = 256 * 1024;

    private final JsonMapper json = JsonMapper.builder().build();
    private final MailSettings settings;
    private final MailAddresses addresses;
    private final Limits limits;

    /// One of them.
    private record Told(String address, String status) {}

    MailReturnsPage(MailSettings settings, MailAddresses addresses, Limits limits) {
        this.settings = settings;
        this.addresses = addresses;
        this.limits = limits;
    }

    @PostMapping("/courriels/rebonds/{secret}")
    ResponseEntity<Void> returned(@PathVariable String secret, HttpServletRequest request) throws IOException {
        if (!known(secret)) {
            return limits.spend(Limit.WRONG_SECRETS_PER_ADDRESS, Network.of(request)) instanceof Limits.Answer.Refused
                    ? answer(HttpStatus.TOO_MANY_REQUESTS)
                    : answer(HttpStatus.NOT_FOUND);
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return answer(HttpStatus.CONTENT_TOO_LARGE);
        }
        List<Told> told = read(body);
        told.forEach(each -> addresses.bounced(each.address(), each.status()));
        return answer(told.isEmpty() ? HttpStatus.BAD_REQUEST : HttpStatus.NO_CONTENT);
    }

    /// Takes as long for a secret that is nearly right as for any other.
    private boolean known(String typed) {
        String secret = settings.returns().secret();
        return !secret.isEmpty()
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
    }

    private List<Told> read(byte[] body) {
        try {
            JsonNode root = json.readTree(body);
            List<Told> told = new ArrayList<>();
            for (JsonNode each : root.isArray() ? root : json.createArrayNode().add(root)) {
                String address = each.path("adresse").asString("");
                String status = each.path("statut").asString("");
                if (address.contains("@") && !status.isEmpty()) {
                    told.add(new Told(address, status));
                }
            }
            return told;
        } catch (JacksonException e) {
            return List.of();
        }
    }

    private static ResponseEntity<Void> answer(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
