package fr.opalconnect.sample;

import fr.opalconnect.kernel.FrenchDays;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The files of a cast lease as the ERP would send them: about these people, this dwelling.
final class CastPapers {
    private static final DateTimeFormatter DAY = FrenchDays.with(" MMMM uuuu");

    private final CastLease lease;
    private final Row.Dwelling home;

    CastPapers(CastLease lease, Row.Dwelling home) {
        this.lease = lease;
        this.home = home;
    }

    /// @param kind as the column `nature` has it
    byte[] of(String kind, String title, LocalDate day) {
        PlainPdf pdf = new PlainPdf(title);
        switch (kind) {
            case "BAIL" ->
                pdf.page(head(day, List.of("Objet : location d’un logement à usage d’habitation principale.")))
                        .page(
                                "Article 1. Le logement : " + home.type() + ", " + where() + ".",
                                "Article 2. La durée : trois mois, reconduits tacitement.",
                                "Article 3. Le loyer est payé chaque mois à terme échu.",
                                "Article 4. Les charges font l’objet d’une provision et d’un décompte annuel.",
                                "",
                                "Fait en deux exemplaires le " + DAY.format(day) + ".");
            case "ETAT_DES_LIEUX" ->
                pdf.page(head(day, List.of("Relevé des compteurs : eau 0214 m3, électricité 18 402 kWh.")))
                        .page(room("Entrée"), room("Séjour"), room("Cuisine"))
                        .page(room("Chambre"), room("Salle d’eau"), "Clés remises : 3.");
            case "DECOMPTE_CHARGES" ->
                pdf.page(head(day, List.of("Provisions de l’année, dépenses réelles et solde : voir votre compte.")));
            default ->
                pdf.page(head(
                        day,
                        List.of(
                                "Madame, Monsieur,",
                                "",
                                "La résidence passe à l’éclairage à basse consommation : les ampoules des parties",
                                "communes seront changées par notre équipe. Vous n’avez rien à faire.",
                                "",
                                "Bien à vous,",
                                "Votre agence")));
        }
        return pdf.bytes();
    }

    /// For those whom nobody looks at: one file of each kind, whoever they are.
    static byte[] specimen(String kind) {
        return new PlainPdf("Spécimen")
                .page("Ce document tient la place d’un document de nature " + kind + ".")
                .bytes();
    }

    private String[] head(LocalDate day, List<String> body) {
        String people = Arrays.stream(Cast.values())
                .filter(person -> person.leases().contains(lease))
                .map(Cast::fullName)
                .collect(Collectors.joining(" et "));
        List<String> all = new java.util.ArrayList<>(List.of(
                "OPAL de démonstration", "Le " + DAY.format(day), "", people, where(), "Bail " + lease.number(), ""));
        all.addAll(body);
        return all.toArray(String[]::new);
    }

    private String where() {
        return home.address() + ", " + home.postcode() + " " + home.city();
    }

    private static String room(String name) {
        return name + " : murs bon état, sol bon état, menuiseries état d’usage.";
    }
}
