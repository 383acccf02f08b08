package fr.opalconnect.house;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.account.AccountHistory;
import fr.opalconnect.account.RentAccounts;
import fr.opalconnect.attachment.Attachments;
import fr.opalconnect.attachment.Upload;
import fr.opalconnect.conversation.Conversations;
import fr.opalconnect.conversation.Draft;
import fr.opalconnect.conversation.Ending;
import fr.opalconnect.conversation.Kind;
import fr.opalconnect.conversation.Words;
import fr.opalconnect.debit.DemoDebits;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.insurance.OneCertificate;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.payment.AtTheTill;
import fr.opalconnect.platform.Open;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import fr.opalconnect.tenancy.Tenancies;
import fr.opalconnect.ui.Texts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every closed door, tried by everybody: who may, and that nobody else does. What is not theirs is not there for them.
@WholeApplication
class WhoMayTest {
    private enum Person {
        STRANGER,
        NADIA,
        FATOUMATA,
        MARTINE,
        JEAN_PIERRE,
        /// Adviser at Laon, where these four live.
        CLAIRE,
        /// Adviser at Soissons.
        THOMAS,
        /// Manager at Laon.
        MANAGER,
        ADMINISTRATOR
    }

    private enum Who {
        TENANTS(Person.NADIA, Person.FATOUMATA, Person.MARTINE, Person.JEAN_PIERRE),
        NADIA(Person.NADIA),
        /// Both holders of one lease.
        MARCHANDS(Person.MARTINE, Person.JEAN_PIERRE),
        STAFF(Person.CLAIRE, Person.THOMAS, Person.MANAGER, Person.ADMINISTRATOR),
        LAON(Person.CLAIRE, Person.MANAGER, Person.ADMINISTRATOR),
        MANAGERS(Person.MANAGER, Person.ADMINISTRATOR),
        ADMINISTRATORS(Person.ADMINISTRATOR),
        NOBODY;

        @SuppressWarnings("ImmutableEnumChecker") // nobody adds to it
        private final Set<Person> people;

        Who(Person... people) {
            this.people = people.length == 0 ? EnumSet.noneOf(Person.class) : EnumSet.copyOf(Arrays.asList(people));
        }
    }

    /// `METHOD pattern [name=value of a path variable]… [field:value of the form]… who`; what stands in angle brackets
    /// is made for the test. What can be done only once is done by the first who may.
    private static final String TABLE = """
            GET /accueil TENANTS
            GET /bail TENANTS
            POST /bail TENANTS
            GET /compte TENANTS
            GET /compte.csv TENANTS
            GET /compte/charges TENANTS
            GET /compte/charges/{annee} annee=1999 NOBODY
            GET /compte/pourquoi TENANTS
            GET /compte/pourquoi/{mois} mois=<month> TENANTS
            GET /documents/papiers/avis-{which}.pdf which=<settled> TENANTS
            GET /documents/papiers/quittance-{month}.pdf month=<settled> TENANTS
            GET /documents/papiers/recu-{month}.pdf month=1999-01 NOBODY
            GET /documents/papiers/attestation-de-loyer.pdf TENANTS
            GET /documents/papiers/releve TENANTS
            GET /documents/papiers/releve.pdf TENANTS
            GET /profil TENANTS
            GET /profil/coordonnees TENANTS
            POST /profil/coordonnees TENANTS
            GET /profil/notifications TENANTS
            POST /profil/notifications TENANTS
            GET /notifications TENANTS
            GET /profil/hors-ligne TENANTS
            GET /profil/securite TENANTS
            POST /profil/securite/mot-de-passe TENANTS
            POST /profil/securite/sessions/{id}/fin id=<nothing> TENANTS
            POST /profil/securite/sessions/fin TENANTS
            POST /notifications/appareils TENANTS
            POST /notifications/appareils/retirer TENANTS
            GET /messages TENANTS
            GET /messages/direct TENANTS
            GET /messages/recherche TENANTS
            POST /messages/recherche TENANTS
            GET /messages/ecrire TENANTS
            POST /messages/ecrire TENANTS
            GET /messages/{id} id=<nadia's> NADIA
            GET /messages/{id} id=<private> MARTINE
            GET /messages/{id} id=<shared> MARCHANDS
            POST /messages/{id} id=<nadia's> NADIA
            POST /messages/{id} id=<shared> MARCHANDS
            POST /messages/{id}/creneau id=<nadia's> NADIA
            POST /messages/{id}/fin id=<nadia's> NADIA
            POST /messages/{id}/rouvrir id=<nadia's> NADIA
            GET /messages/{id}/rendez-vous.ics id=<nadia's> NOBODY
            GET /messages/pieces/{id} id=<photo> NADIA
            GET /messages/pieces/{id}/petite id=<photo> NADIA
            GET /signaler TENANTS
            POST /signaler TENANTS
            POST /signaler/suivre probleme:x demande:<nothing> TENANTS
            POST /signaler/suivre/fin demande:<nothing> TENANTS
            GET /assurance TENANTS
            POST /assurance TENANTS
            POST /assurance/{id}/retrait id=<certificate> NADIA
            GET /assurance/pieces/{id} id=<page> NADIA
            GET /assurance/pieces/{id}/petite id=<page> NOBODY
            GET /bureau/assurances STAFF
            GET /bureau/assurances.csv STAFF
            POST /bureau/assurances/{id}/accepter id=<nothing> NOBODY
            POST /bureau/assurances/{id}/refuser id=<certificate> motif:illisible LAON
            GET /bureau/assurances/pieces/{id} id=<page> LAON
            GET /bureau/assurances/pieces/{id}/petite id=<page> NOBODY
            GET /demandes TENANTS
            GET /demandes/{sujet} sujet=attestation TENANTS
            GET /demandes/{sujet}?ecriture=<entry> sujet=compte NADIA
            POST /demandes/{sujet} sujet=attestation TENANTS
            POST /demandes/preavis/lettre TENANTS
            GET /payer TENANTS
            POST /payer intention:<nothing> TENANTS
            GET /paiements TENANTS
            GET /paiement/{id} id=<payment> NADIA
            GET /paiement/{id} id=<shared-payment> MARCHANDS
            GET /paiement/{id}/direct id=<payment> NADIA
            POST /paiement/{id}/banque id=<payment> NADIA
            GET /paiement/{id}/recu.pdf id=<paid> NADIA
            GET /profil/quittances TENANTS
            POST /profil/quittances accord:non TENANTS
            GET /documents TENANTS
            GET /documents/fichiers/{key} key=<lease-paper> NADIA
            GET /documents/fichiers/{key} key=<shared-paper> MARCHANDS
            GET /documents/fichiers/{key} key=<nothing> NOBODY
            GET /documents/fichiers/{key}/telecharger key=<lease-paper> NADIA
            GET /documents/annees/{year}.zip year=2019 NADIA
            GET /documents/deposer TENANTS
            POST /documents/deposer TENANTS
            GET /documents/envois/{id} id=<own> NADIA
            GET /documents/envois/{id}/telecharger id=<own> NADIA
            POST /documents/envois/{id}/retirer id=<nothing> NOBODY
            POST /pieces TENANTS
            POST /pieces/{id}/retirer id=<nothing> TENANTS
            GET /pieces/{id}/petite id=<unsent> NADIA
            POST /bureau/pieces STAFF
            POST /bureau/pieces/{id}/retirer id=<nothing> STAFF
            GET /bureau/compte STAFF
            POST /bureau/compte/mot-de-passe STAFF
            POST /bureau/compte/codes STAFF
            POST /bureau/compte/absence STAFF
            POST /bureau/compte/sessions/{id}/fin id=<nothing> STAFF
            POST /bureau/compte/sessions/fin STAFF
            GET /bureau/recherche STAFF
            POST /bureau/recherche STAFF
            POST /bureau/recherche/lignes STAFF
            GET /bureau/verification STAFF
            POST /bureau/verification code:x STAFF
            GET /bureau/coordonnees STAFF
            GET /bureau STAFF
            GET /bureau/direct STAFF
            POST /bureau/selection acte:attribuer cle:<nothing> STAFF
            GET /bureau/conversations/{id} id=<nadia's> LAON
            POST /bureau/conversations/{id}/reponse id=<nadia's> LAON
            POST /bureau/conversations/{id}/brouillon id=<nadia's> message:x LAON
            POST /bureau/conversations/{id}/attribution id=<nadia's> LAON
            POST /bureau/conversations/{id}/etat id=<nadia's> vers:prise-en-charge LAON
            POST /bureau/conversations/{id}/creneaux id=<nadia's> LAON
            GET /bureau/messages/pieces/{id} id=<photo> LAON
            GET /bureau/messages/pieces/{id}/petite id=<photo> LAON
            GET /bureau/modeles STAFF
            POST /bureau/conversations/{id}/transmission id=<nadia's> agence:LAO LAON
            POST /bureau/modeles nom: texte: MANAGERS
            POST /bureau/modeles/{id}/suppression id=<nothing> MANAGERS
            GET /bureau/pieces/{id}/petite id=<unsent> NOBODY
            POST /bureau/coordonnees/{id}/fait id=<wish> CLAIRE
            POST /bureau/locataires/{number}/courriel/essayer number=<nadia> LAON
            POST /bureau/locataires/{number}/motif number=<nadia> LAON
            POST /bureau/locataires/{number}/telephone number=<nadia> LAON
            POST /bureau/locataires/{number}/telephone/corriger number=<nadia> LAON
            POST /bureau/locataires/{number}/telephone/reprendre number=<nadia> LAON
            GET /bureau/code-guichet/{tenant} tenant=<nadia> LAON
            POST /bureau/code-guichet/{tenant} tenant=<nadia> LAON
            GET /bureau/compte/telephone STAFF
            POST /bureau/compte/telephone STAFF
            GET /payer/virement TENANTS
            GET /payer/etalement TENANTS
            POST /payer/etalement cle:<nothing> TENANTS
            POST /payer/etalement/{id}/accord id=<nothing> NOBODY
            POST /payer/etalement/{id}/retrait id=<nothing> NOBODY
            GET /bureau/etalements STAFF
            POST /bureau/etalements/{id}/accepter id=<plan> LAON
            POST /bureau/etalements/{id}/proposer id=<plan> LAON
            POST /bureau/etalements/{id}/refuser id=<plan> motif:x LAON
            POST /bureau/etalements/{id}/arreter id=<plan> motif:x LAON
            GET /bureau/releves ADMINISTRATORS
            POST /bureau/releves ADMINISTRATORS
            GET /bureau/releves/{id} id=<nothing> NOBODY
            GET /bureau/releves/lignes/{id} id=<line> ADMINISTRATORS
            POST /bureau/releves/lignes/{id}/recherche id=<line> q:x ADMINISTRATORS
            POST /bureau/releves/lignes/{id}/affecter id=<line> bail:<lease> ADMINISTRATORS
            POST /bureau/releves/lignes/{id}/ecarter id=<line> motif:x ADMINISTRATORS
            POST /bureau/releves/lignes/{id}/reprise id=<line> ligne:<line> ADMINISTRATORS
            POST /bureau/releves/lignes/{id}/reprendre id=<line> motif:x ADMINISTRATORS
            GET /payer/prelevement TENANTS
            POST /payer/prelevement TENANTS
            GET /payer/prelevement/mandat TENANTS
            POST /payer/prelevement/code/envoi TENANTS
            GET /payer/prelevement/code TENANTS
            GET /payer/prelevement/code/direct TENANTS
            POST /payer/prelevement/code TENANTS
            GET /prelevement TENANTS
            GET /prelevement/iban TENANTS
            POST /prelevement/iban TENANTS
            POST /prelevement/suspendre TENANTS
            POST /prelevement/reprendre TENANTS
            POST /prelevement/fin TENANTS
            GET /prelevement/{id}/mandat.pdf id=<mandate> NADIA
            GET /bureau/prelevements STAFF
            POST /bureau/prelevements/{id}/ecarter id=<nothing> motif:x NOBODY
            POST /bureau/prelevements/approuver MANAGERS
            GET /bureau/prelevements/fichiers/{id} id=<nothing> NOBODY
            GET /bureau/prelevements/retours MANAGERS
            POST /bureau/prelevements/retours MANAGERS
            GET /bureau/prelevements/locataires/{number} number=<nadia> LAON
            GET /bureau/accessibilite ADMINISTRATORS
            POST /bureau/accessibilite/{id}/fait id=<nothing> ADMINISTRATORS
            GET /bureau/imports ADMINISTRATORS
            GET /bureau/imports/nouvelles ADMINISTRATORS
            GET /bureau/imports/{run} run=<run> ADMINISTRATORS
            GET /bureau/imports/{run}/rejets.csv run=<run> ADMINISTRATORS
            POST /bureau/imports/{run}/reponse run=<run> prendre:false ADMINISTRATORS
            GET /bureau/sms ADMINISTRATORS
            POST /bureau/sms/interrupteur envoyer:true motif:essai ADMINISTRATORS
            GET /bureau/paiements STAFF
            GET /bureau/paiements/messages STAFF
            POST /bureau/paiements/messages/{id}/vu id=0 MANAGERS
            GET /bureau/paiements/remboursements STAFF
            POST /bureau/paiements/remboursements/{id} id=<nothing> etat:MADE reference:x NOBODY
            GET /bureau/paiements/ecritures STAFF
            POST /bureau/paiements/ecritures argent:<nothing> ecriture:x MANAGERS
            GET /bureau/paiements/rapprochement MANAGERS
            POST /bureau/paiements/rapprochement montant:1 ADMINISTRATORS
            GET /bureau/paiements/{id} id=<payment> LAON
            POST /bureau/paiements/{id}/remboursement id=<payment> montant:1 MANAGERS
            GET /bureau/chiffres MANAGERS
            GET /bureau/chiffres.csv MANAGERS
            GET /bureau/annonces MANAGERS
            GET /bureau/annonces/nouvelle MANAGERS
            GET /bureau/annonces/{id} id=<nothing> NOBODY
            POST /bureau/annonces/nouvelle/apercu MANAGERS
            POST /bureau/annonces/nouvelle/corriger MANAGERS
            POST /bureau/annonces MANAGERS
            POST /bureau/annonces/{id}/retirer id=<nothing> NOBODY
            GET /bureau/equipe MANAGERS
            GET /bureau/equipe/nouveau MANAGERS
            POST /bureau/equipe/nouveau MANAGERS
            GET /bureau/equipe/{id} id=<claire> MANAGERS
            POST /bureau/equipe/{id} id=<claire> MANAGERS
            POST /bureau/equipe/{id}/absence id=<claire> MANAGERS
            POST /bureau/equipe/{id}/lien id=<claire> MANAGERS
            POST /bureau/equipe/{id}/fermeture id=<nothing> NOBODY
            GET /bureau/locataires/{number} number=<nadia> LAON
            GET /bureau/locataires/{number}/compte?bail=<lease> number=<nadia> LAON
            GET /bureau/locataires/{number}/documents/{key} number=<nadia> key=<lease-paper> LAON
            GET /bureau/locataires/{number}/documents/{key} number=<nadia> key=<shared-paper> NOBODY
            GET /bureau/locataires/{number}/telephone number=<nadia> LAON
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private final Map<String, String> made = new HashMap<>();

    private record Row(String method, String pattern, Map<String, String> path, List<String> form, Set<Person> may) {
        String door() {
            return method + " " + pattern.replaceFirst("\\?.*", "");
        }
    }

    @BeforeEach
    void somethingToReach() throws IOException {
        DemoLandlord.bringInto(imports);
        UUID photo = photo();
        made.put("<photo>", photo.toString());
        made.put("<unsent>", photo().toString());
        made.put("<nadia's>", open(Cast.NADIA_BENALI, Kind.REPAIR, false, List.of(photo)));
        made.put("<private>", open(Cast.MARTINE_MARCHAND, Kind.MESSAGE, false, List.of()));
        made.put("<shared>", open(Cast.MARTINE_MARCHAND, Kind.REPAIR, true, List.of()));
        made.put(
                "<claire>",
                AtTheDesk.member(program, CastStaff.CLAIRE_LEMOINE).id().toString());
        Tenancies tenancies = program.getBean(Tenancies.class);
        tenancies.reportDetails(AtHome.as(program, Cast.NADIA_BENALI), "Mon prénom");
        made.put(
                "<wish>",
                tenancies
                        .requestsOf(AtHome.as(program, Cast.NADIA_BENALI))
                        .getFirst()
                        .id()
                        .toString());
        made.put(
                "<payment>",
                AtTheTill.begin(program, Cast.NADIA_BENALI, 1_000).id().toString());
        made.put(
                "<shared-payment>",
                AtTheTill.begin(program, Cast.MARTINE_MARCHAND, 1_000).id().toString());
        LeaseNumber lease = Cast.NADIA_BENALI.lease().number();
        made.put(
                "<mandate>",
                program.getBean(DemoDebits.class)
                        .moveIn(Cast.NADIA_BENALI.tenant(), lease)
                        .toString());
        made.put(
                "<paid>", AtTheTill.paid(program, Cast.NADIA_BENALI, 1_000).id().toString());
        made.put("<settled>", YearMonth.now(Texts.ZONE).minusMonths(8).toString());
        made.put("<nothing>", UUID.randomUUID().toString());
        made.put("<lease>", AtHome.as(program, Cast.NADIA_BENALI).lease().value());
        made.put("<nadia>", Cast.NADIA_BENALI.tenant().value());
        AccountHistory account = program.getBean(RentAccounts.class).history(AtHome.as(program, Cast.NADIA_BENALI));
        made.put("<month>", account.terms().getLast().month().toString());
        made.put("<entry>", account.lines().getLast().id());
        made.put("<lease-paper>", paper(Cast.NADIA_BENALI));
        made.put("<shared-paper>", paper(Cast.MARTINE_MARCHAND));
        made.put("<own>", ownPaper());
        certificate();
        made.put("<line>", lineOfAStatement());
        made.put("<plan>", plan());
        made.put(
                "<run>",
                program.getBean(JdbcClient.class)
                        .sql("SELECT max(id)::text FROM exchange.import_run")
                        .query(String.class)
                        .single());
    }

    private String paper(Cast person) {
        return program.getBean(JdbcClient.class)
                .sql("SELECT key FROM document.document WHERE lease_number = :lease AND kind = 'BAIL'")
                .param("lease", person.lease().number().value())
                .query(UUID.class)
                .single()
                .toString();
    }

    private String ownPaper() throws IOException {
        HttpBrowser nadia = browser(Person.NADIA);
        nadia.get("/documents/deposer");
        nadia.post("/documents/deposer", "jointes", photo().toString());
        Matcher own = Pattern.compile("/documents/envois/([0-9a-f-]{36})/retirer")
                .matcher(nadia.get("/documents").body());
        assertThat(own.find()).isTrue();
        return own.group(1);
    }

    /// As the demonstration sends it.
    private void certificate() {
        OneCertificate.of(program, Cast.NADIA_BENALI);
        Matcher found = Pattern.compile("/assurance/(?:pieces/)?([0-9a-f-]{36})")
                .matcher(browser(Person.NADIA).get("/assurance").body());
        assertThat(found.find()).isTrue();
        made.put("<page>", found.group(1));
        assertThat(found.find()).isTrue();
        made.put("<certificate>", found.group(1));
    }

    private String plan() {
        HttpBrowser nadia = browser(Person.NADIA);
        nadia.get("/payer/etalement");
        nadia.post("/payer/etalement", "mois", "6", "cle", UUID.randomUUID().toString());
        Matcher plan = Pattern.compile("/payer/etalement/([0-9a-f-]{36})/retrait")
                .matcher(nadia.get("/payer/etalement").body());
        assertThat(plan.find()).isTrue();
        return plan.group(1);
    }

    /// The demonstration's own statement leaves some lines open.
    private String lineOfAStatement() {
        HttpBrowser desk = browser(Person.ADMINISTRATOR);
        desk.get("/bureau/releves");
        desk.upload(
                "/bureau/releves",
                "releve",
                "releve.xml",
                desk.get("/demo/releve.xml").response().body());
        Matcher line = Pattern.compile("releves/lignes/([0-9a-f-]{36})")
                .matcher(desk.get("/bureau/releves").body());
        assertThat(line.find()).isTrue();
        return line.group(1);
    }

    @Test
    void whoever_may_does_and_nobody_else() {
        List<String> wrong = new ArrayList<>();
        for (Row row : rows()) {
            for (Person person : Person.values()) {
                String answer = knock(row, person);
                // An outage is no answer, nor is a form without its token.
                if (answer.startsWith("5")
                        || answer.startsWith("409")
                        || isLetIn(answer) != row.may().contains(person)) {
                    wrong.add(person + " at " + row.door() + " " + row.path().values() + ": " + answer);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_closed_door_is_missing_from_the_table() {
        Set<String> missing = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (!isOpen(handler)) {
                mapping.getPatternValues()
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> missing.add(method + " " + pattern)));
            }
        });
        rows().forEach(row -> missing.remove(row.door()));
        assertThat(missing).isEmpty();
    }

    /// The language switch leads there, where a form was answered with what is missing.
    @Test
    void who_reads_the_address_of_a_form_comes_to_the_page_that_it_stands_on() {
        Set<String> lost = new TreeSet<>();
        for (String pattern : addressesOfForms()) {
            String path = pattern.replaceAll(
                            "\\{number}", Cast.NADIA_BENALI.tenant().value())
                    .replaceAll("\\{[^}]+}", made.get("<nothing>"));
            HttpBrowser reader = browser(path.startsWith("/bureau") ? Person.ADMINISTRATOR : Person.NADIA);
            String page = reader.get(path).where();
            if (page.isEmpty() || !path.startsWith(page)) {
                lost.add(pattern + " leads to " + (page.isEmpty() ? "nothing" : page));
            }
        }
        // No page stands above these.
        assertThat(lost)
                .containsExactly(
                        "/deconnexion leads to nothing", "/langue leads to nothing", "/pieces leads to nothing");
    }

    private Set<String> addressesOfForms() {
        Set<String> read = new TreeSet<>();
        Set<String> sent = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            Class<?> answer = handler.getMethod().getReturnType();
            boolean page = answer == View.class || answer == String.class;
            Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
            if (methods.contains(RequestMethod.GET)) {
                read.addAll(mapping.getPatternValues());
            } else if (page && methods.contains(RequestMethod.POST)) {
                sent.addAll(mapping.getPatternValues());
            }
        });
        sent.removeAll(read);
        return sent;
    }

    /// With a session of its own each time: some doors end it.
    private String knock(Row row, Person person) {
        String path = row.pattern()
                .replace("<lease>", made.getOrDefault("<lease>", ""))
                .replace("<entry>", made.getOrDefault("<entry>", ""));
        for (Map.Entry<String, String> variable : row.path().entrySet()) {
            path = path.replace("{" + variable.getKey() + "}", variable.getValue());
        }
        HttpBrowser browser = browser(person);
        if (row.pattern().endsWith("/direct") || row.pattern().endsWith("/nouvelles")) {
            return String.valueOf(browser.peek(path));
        }
        if (row.method().equals("GET")) {
            return words(browser.get(path));
        }
        // For the form's token: a page of theirs, else the one that strangers see.
        browser.get(
                person == Person.STRANGER
                        ? "/connexion"
                        : browser.cookies().containsKey("desk") ? "/bureau/compte" : "/profil");
        return words(browser.post(path, row.form().toArray(String[]::new)));
    }

    private static String words(HttpBrowser.Answer answer) {
        return answer.status() + " " + answer.where();
    }

    private static boolean isLetIn(String answer) {
        return !answer.contains("session=fin") && !answer.matches("(302|401|403|404)( )?");
    }

    private HttpBrowser browser(Person person) {
        return switch (person) {
            case STRANGER -> new HttpBrowser(port);
            case NADIA -> AtHome.signedIn(program, port, Cast.NADIA_BENALI);
            case FATOUMATA -> AtHome.signedIn(program, port, Cast.FATOUMATA_DIALLO);
            case MARTINE -> AtHome.signedIn(program, port, Cast.MARTINE_MARCHAND);
            case JEAN_PIERRE -> AtHome.signedIn(program, port, Cast.JEAN_PIERRE_MARCHAND);
            case CLAIRE -> AtTheDesk.seat(new HttpBrowser(port), program, CastStaff.CLAIRE_LEMOINE);
            case THOMAS -> AtTheDesk.seat(new HttpBrowser(port), program, CastStaff.THOMAS_DELATTRE);
            case MANAGER -> AtTheDesk.seat(new HttpBrowser(port), program, manager());
            case ADMINISTRATOR -> AtTheDesk.seat(new HttpBrowser(port), program, CastStaff.ANNE_CARON);
        };
    }

    private StaffMember manager() {
        return AtTheDesk.member(
                program,
                "Sabine Loiseau",
                "sabine.loiseau@example.org",
                StaffRole.AGENCY_MANAGER,
                List.of(CastStaff.CLAIRE_LEMOINE.agency()),
                null);
    }

    private String open(Cast person, Kind kind, boolean shared, List<UUID> files) {
        Ending ending = program.getBean(Conversations.class)
                .open(
                        AtHome.as(program, person),
                        new Draft(kind, "Essai", null, false, shared, new Words("Bonjour", files, UUID.randomUUID())));
        return ((Ending.Done) ending).conversation().toString();
    }

    private UUID photo() throws IOException {
        Upload upload = program.getBean(Attachments.class)
                .receive("tenant:" + Cast.NADIA_BENALI.tenant(), "evier.png", new ByteArrayInputStream(picture()));
        return ((Upload.Kept) upload).attachment().id();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }

    private List<Row> rows() {
        return TABLE.lines().map(this::row).toList();
    }

    private Row row(String line) {
        List<String> words = List.of(line.split(" "));
        Map<String, String> path = new HashMap<>();
        List<String> form = new ArrayList<>();
        for (String word : words.subList(2, words.size() - 1)) {
            int cut = word.contains("=") ? word.indexOf('=') : word.indexOf(':');
            String value = word.substring(cut + 1);
            value = made.getOrDefault(value, value);
            if (word.charAt(cut) == '=') {
                path.put(word.substring(0, cut), value);
            } else {
                form.add(word.substring(0, cut));
                form.add(value);
            }
        }
        return new Row(words.get(0), words.get(1), path, form, who(words.getLast()));
    }

    private static Set<Person> who(String name) {
        return Arrays.stream(Person.values()).anyMatch(person -> person.name().equals(name))
                ? EnumSet.of(Person.valueOf(name))
                : Who.valueOf(name).people;
    }

    private static boolean isOpen(HandlerMethod handler) {
        return AnnotatedElementUtils.hasAnnotation(handler.getMethod(), Open.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Open.class);
    }
}
