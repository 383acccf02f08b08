package fr.opalconnect;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.platform.Open;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every door of the program, tried by a stranger. A new open door must be added here by hand.
@WholeApplication
class DoorsTest {
    private static final List<String> OPEN = List.of(
            "GET /",
            "GET /.well-known/apple-app-site-association",
            "GET /.well-known/assetlinks.json",
            "GET /accessibilite",
            "GET /accessibilite/plan",
            "GET /accessibilite/signaler",
            "GET /activation",
            "GET /activation/code",
            "GET /activation/mot-de-passe",
            "GET /activation/pas-mon-numero",
            "GET /aide",
            "GET /aide/ping",
            "GET /assets/{fileName}",
            "GET /bureau/connexion",
            "GET /bureau/connexion/fournisseur",
            "GET /bureau/connexion/fournisseur/retour",
            "GET /bureau/invitation",
            "GET /connexion",
            "GET /demo/banque/{number}",
            "GET /demo/composants",
            "GET /demo/composants/bureau",
            "GET /demo/composants/connecte",
            "GET /demo/composants/erreur/{name}",
            "GET /demo/courriels",
            "GET /demo/courriels/{id}",
            "GET /demo/equipe",
            "GET /demo/releve.xml",
            "GET /demo/sms",
            "GET /hors-ligne",
            "GET /icones/{name}.png",
            "GET /manifest.webmanifest",
            "GET /mon-application",
            "GET /mon-application/affiche.pdf",
            "GET /mon-application/film/film.vtt",
            "GET /mon-application/film/{name}",
            "GET /mot-de-passe-oublie",
            "GET /notifications/arret/{token}",
            "GET /paiement/{id}/retour",
            "GET /partage",
            "GET /sw.js",
            "HEAD /aide/ping",
            "POST /accessibilite/signaler",
            "POST /activation",
            "POST /activation/code",
            "POST /activation/code/renvoyer",
            "POST /activation/mot-de-passe",
            "POST /activation/pas-mon-numero",
            "POST /bureau/connexion",
            "POST /bureau/deconnexion",
            "POST /bureau/invitation",
            "POST /connexion",
            "POST /courriels/rebonds/{secret}",
            "POST /deconnexion",
            "POST /demo/banque/{number}",
            "POST /demo/courriels/{id}/retour",
            "POST /demo/sms",
            "POST /langue",
            "POST /mot-de-passe-oublie",
            "POST /notifications/arret/{token}",
            "POST /paiement/avis/{name}",
            "POST /paiement/{id}/retour",
            "POST /partage");

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void only_these_doors_are_open() {
        assertThat(doors(true)).containsExactlyElementsOf(OPEN);
    }

    @Test
    void a_stranger_gets_nothing_from_a_closed_door_but_the_way_to_sign_in() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String door : doors(false)) {
            String method = door.substring(0, door.indexOf(' '));
            HttpResponse<String> answer =
                    ask(method, door.substring(method.length() + 1).replaceAll("\\{[^}]*\\}", "1"));
            boolean closed = method.equals("GET")
                    ? answer.statusCode() == 302
                            && answer.headers()
                                    .firstValue("Location")
                                    .orElse("")
                                    .contains("/connexion")
                    : answer.statusCode() == 409 || answer.statusCode() == 401; // without a form token, or a session
            if (!closed) {
                wrong.add(door + " answered " + answer.statusCode());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void an_address_that_does_not_exist_says_so() throws Exception {
        assertThat(ask("GET", "/rien/du/tout").statusCode()).isEqualTo(404);
        assertThat(ask("GET", "/accueil/../compte/..;/x").statusCode()).isBetween(400, 404);
    }

    private Set<String> doors(boolean open) {
        Set<String> doors = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (isOpen(handler) == open) {
                mapping.getPatternValues()
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> doors.add(method + " " + pattern)));
            }
        });
        return doors;
    }

    private static boolean isOpen(HandlerMethod handler) {
        return AnnotatedElementUtils.hasAnnotation(handler.getMethod(), Open.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Open.class);
    }

    private HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
