package fr.opalconnect.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.opalconnect.exchange.Report.Counts;
import fr.opalconnect.exchange.Report.State;
import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.api.AbstractListAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A line that cannot be taken is rejected with file, line, column, value and reason; the rest comes in.
class RejectsTest {
    private static final String SATURDAY = "2026-11-21T05:12:00+01:00";
    private static final String SUNDAY = "2026-11-22T05:12:00+01:00";

    private final ImportDatabase database = new ImportDatabase();

    @TempDir
    private Path folder;

    private int taken;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_value_of_another_type_is_rejected() throws IOException {
        Report report = take(new TestPackage()
                .replace("logements", "Soissons,,SOI", "Soissons,64 m2,SOI")
                .replace("documents", "2020-03-01", "01/03/2020"));

        assertThat(report.rejects())
                .contains(
                        new Reject(
                                "logements.csv",
                                3,
                                "surface_m2",
                                "64 m2",
                                "un nombre est attendu, avec un point et deux décimales, comme 412.37"),
                        new Reject(
                                "documents.csv", 2, "date", "01/03/2020", "une date est attendue, comme 2026-11-05"));
        assertThat(database.count("tenancy.dwelling")).isEqualTo(1);
        assertThat(database.count("document.document")).isZero();
    }

    @Test
    void a_charges_statement_is_of_a_known_lease_and_a_year_that_has_ended() throws IOException {
        Report report = take(new TestPackage()
                .charges(
                        "B1,2025,EAU,276.40,264.00",
                        "B9,2025,EAU,1.00,1.00",
                        "B1,2099,EAU,1.00,1.00",
                        "B1,25,EAU,1.00,1.00",
                        "B1,2025,LOYER,1.00,1.00",
                        "B1,2025,CHAUFFAGE,-1.00,1.00",
                        "B1,2025,EAU,2.00,2.00"));
        assertThat(report.rejects())
                .extracting(Reject::line, Reject::column, Reject::value)
                .containsExactlyInAnyOrder(
                        tuple(3, "numero_bail", "B9"),
                        tuple(4, "annee", "2099"),
                        tuple(5, "annee", "25"),
                        tuple(6, "theme", "LOYER"),
                        tuple(7, "depenses", "-1.00"),
                        tuple(8, "theme", "B1 2025 EAU"));
        assertThat(report.rejects())
                .extracting(Reject::reason)
                .contains("cette année n’est pas finie : son décompte ne peut pas exister");
    }

    @Test
    void every_fault_of_a_line_is_said_at_once() throws IOException {
        Report report = take(new TestPackage()
                .add(
                        "avis",
                        "A3,B1,2026-13,2026-02-30,,1.234,dix,-0.5",
                        "A4,B1,2026-11,2026-11-26,2026-12-05,0,0,0.0"));

        assertThat(report.rejects())
                .extracting(Reject::line, Reject::column, Reject::value)
                .containsExactlyInAnyOrder(
                        tuple(4, "periode", "2026-13"),
                        tuple(4, "date_emission", "2026-02-30"),
                        tuple(4, "date_echeance", ""),
                        tuple(4, "solde_anterieur", "1.234"),
                        tuple(4, "total_mois", "dix"));
        assertThat(report.counts()).containsEntry("avis", new Counts(4, 1, 3, 0, 0));
    }

    @Test
    void a_missing_value_an_unknown_word_and_a_number_out_of_bounds_are_rejected() throws IOException {
        rejects(new TestPackage()
                        .replace("locataires", "48214,M.,Zoé,Gœury", "48214,M.,Zoé, ")
                        .replace("baux", "B1,L001,2020-03-01,,ECHU,5", "B1,L001,2020-03-01,,Echu,0")
                        .replace("documents", "ab".repeat(32), "abc"))
                .contains(
                        tuple("locataires.csv", 3, "nom", "", "la valeur manque, elle est obligatoire"),
                        tuple("baux.csv", 2, "terme", "Echu", "valeur inconnue ; attendu : ECHU, A_ECHOIR"),
                        tuple("baux.csv", 2, "jour_echeance", "0", "un nombre entier est attendu, de 1 à 31"),
                        tuple("documents.csv", 2, "sha256", "abc", "la forme attendue est [0-9a-fA-F]{64}"));
    }

    @Test
    void what_is_of_the_right_form_and_out_of_bounds_is_told_the_bounds() throws IOException {
        rejects(new TestPackage()
                        .replace("baux", "B1,L001,2020-03-01,,ECHU,5", "B1,L001,0020-03-01,,ECHU,-5")
                        .replace("avis", "A2,B2,2026-10", "A2,B2,2926-10")
                        .replace("avis", "12.00,300.00", "12345678901234.00,300.00"))
                .contains(
                        tuple(
                                "baux.csv",
                                2,
                                "date_debut",
                                "0020-03-01",
                                "une date est attendue, de 1900-01-01 à 2199-12-31"),
                        tuple("baux.csv", 2, "jour_echeance", "-5", "un nombre entier est attendu, de 1 à 31"),
                        tuple("avis.csv", 3, "periode", "2926-10", "un mois est attendu, de 1900-01 à 2199-12"),
                        tuple(
                                "avis.csv",
                                3,
                                "solde_anterieur",
                                "12345678901234.00",
                                "ce nombre est trop grand : au plus 13 chiffres avant le point"));
    }

    @Test
    void an_end_that_means_no_end_is_taken_for_none() throws IOException {
        rejects(new TestPackage()
                        .replace("baux", "2020-03-01,,ECHU", "2020-03-01,9999-12-31,ECHU")
                        .replace("baux", "2019-07-15,2026-10-31", "2019-07-15,2999-12-30"))
                .contains(tuple(
                        "baux.csv", 3, "date_fin", "2999-12-30", "une date est attendue, de 1900-01-01 à 2199-12-31"));
        assertThat(database.count("tenancy.lease WHERE number = 'B1' AND ends_on IS NULL"))
                .isEqualTo(1);
    }

    @Test
    void what_refers_to_a_line_that_cannot_be_read_hears_of_that_line() throws IOException {
        rejects(new TestPackage()
                        .add("locataires", "48299,M.,Jean\0,Dupont,,,", "48300,M.,Jean,Dupont,,,,trop")
                        .add("titulaires", "B1,48299,OCCUPANT", "B1,48300,OCCUPANT"))
                .contains(
                        tuple(
                                "titulaires.csv",
                                5,
                                "numero_locataire",
                                "48299",
                                "« 48299 » est lui-même rejeté (locataires.csv, ligne 4)"),
                        tuple(
                                "titulaires.csv",
                                6,
                                "numero_locataire",
                                "48300",
                                "« 48300 » est lui-même rejeté (locataires.csv, ligne 5)"));
    }

    @Test
    void a_files_own_faults_are_said_however_many_lines_follow_from_another_one() throws IOException {
        TestPackage made = new TestPackage().add("baux", "B9,L001,hier,,ECHU,5,");
        for (int i = 0; i < Report.FAULTS_OF_A_FILE; i++) {
            made.add("ecritures", "X" + i + ",B9,,APL,APL,,2026-10-27,2026-10-27,,,1.00,false,,");
        }
        made.add("ecritures", "Y,B1,,APL,APL,,hier,2026-10-27,,,1.00,false,,");
        int last = Report.FAULTS_OF_A_FILE + 9;

        Report report = take(made);

        assertThat(report.rejects())
                .contains(new Reject(
                        "ecritures.csv", last, "date_operation", "hier", "une date est attendue, comme 2026-11-05"));
        assertThat(report.rejects().stream().filter(reject -> reject.file().equals("ecritures.csv")))
                .hasSize(Report.FAULTS_OF_A_FILE);
        assertThat(database.count("exchange.import_reject"))
                .isEqualTo(report.rejects().size());
    }

    @Test
    void a_line_of_another_width_is_rejected() throws IOException {
        rejects(new TestPackage().add("titulaires", "B2,48213,OCCUPANT,trop"))
                .containsExactly(tuple("titulaires.csv", 5, null, "B2", "la ligne a 4 valeurs au lieu de 3"));
    }

    @Test
    void a_key_given_twice_is_taken_the_first_time() throws IOException {
        rejects(new TestPackage().add("locataires", "48213,Mme,Nadia,Autre,,,", "48213,Mme,Nadia,Encore,,,"))
                .containsExactly(
                        tuple("locataires.csv", 4, "numero_locataire", "48213", "déjà donné à la ligne 2"),
                        tuple("locataires.csv", 5, "numero_locataire", "48213", "déjà donné à la ligne 2"));
        assertThat(database.value("SELECT last_name FROM tenancy.tenant WHERE number = '48213'"))
                .isEqualTo("Benali");
    }

    @Test
    void a_key_of_two_columns_given_twice_too() throws IOException {
        rejects(new TestPackage().add("titulaires", "B1,48213,OCCUPANT"))
                .containsExactly(tuple("titulaires.csv", 5, "numero_locataire", "B1 48213", "déjà donné à la ligne 2"));
    }

    @Test
    void a_reference_to_nothing_is_rejected() throws IOException {
        rejects(new TestPackage().add("titulaires", "B9,48213,TITULAIRE"))
                .containsExactly(tuple(
                        "titulaires.csv", 5, "numero_bail", "B9", "« B9 » n’est ni dans baux.csv ni déjà en place"));
    }

    @Test
    void what_hangs_on_a_rejected_line_is_rejected_with_it() throws IOException {
        rejects(new TestPackage()
                        .replace(
                                "baux",
                                "B2,L002,2019-07-15,2026-10-31,ECHU,10",
                                "B2,L002,2019-07-15,2018-10-31,ECHU,10"))
                .containsExactly(
                        tuple("baux.csv", 3, "date_fin", "2018-10-31", "le bail finirait avant son début (2019-07-15)"),
                        tuple(
                                "titulaires.csv",
                                4,
                                "numero_bail",
                                "B2",
                                "« B2 » est lui-même rejeté (baux.csv, ligne 3)"),
                        tuple("avis.csv", 3, "numero_bail", "B2", "« B2 » est lui-même rejeté (baux.csv, ligne 3)"),
                        tuple("ecritures.csv", 8, "avis", "A2", "« A2 » est lui-même rejeté (avis.csv, ligne 3)"),
                        tuple(
                                "ecritures.csv",
                                8,
                                "numero_bail",
                                "B2",
                                "« B2 » est lui-même rejeté (baux.csv, ligne 3)"));
        assertThat(database.count("tenancy.lease")).isEqualTo(1);
    }

    @Test
    void a_notice_that_is_not_the_sum_of_its_lines_stays_out_with_them() throws IOException {
        rejects(new TestPackage().replace("ecritures", "236.00", "230.00"))
                .contains(tuple("avis.csv", 2, "total_mois", "250.90", "les lignes de l’avis « A1 » font 256.90"))
                .contains(tuple(
                        "ecritures.csv",
                        2,
                        "avis",
                        "A1",
                        "l’avis « A1 » est rejeté : il n’est pas la somme de ses lignes"))
                .hasSize(5);
        assertThat(database.count("account.rent_notice")).isEqualTo(1);
        assertThat(database.count("account.ledger_entry WHERE notice_id = 'A1'"))
                .isZero();
        assertThat(database.count("account.ledger_entry")).isEqualTo(3);
    }

    @Test
    void a_notice_whose_net_does_not_follow_is_rejected() throws IOException {
        rejects(new TestPackage().replace("avis", "12.00,300.00,312.00", "12.00,300.00,300.00"))
                .contains(tuple("avis.csv", 3, "net_a_payer", "300.00", "solde_anterieur plus total_mois font 312.00"));
    }

    @Test
    void an_entry_is_a_debit_or_a_credit() throws IOException {
        rejects(new TestPackage()
                        .add(
                                "ecritures",
                                "E8,B1,,PAIEMENT,x,,2026-11-09,2026-11-09,,,,false,,",
                                "E9,B1,,PAIEMENT,x,,2026-11-09,2026-11-09,,1.00,1.00,false,,",
                                "E10,B1,,SOLDE_ANTERIEUR,nul,,2026-11-09,2026-11-09,,0.00,0.00,false,,",
                                "E11,B1,,PAIEMENT,x,,2026-11-09,2026-11-09,,-1.00,,false,,"))
                .containsExactlyInAnyOrder(
                        tuple("ecritures.csv", 9, "debit", null, "ni débit ni crédit : un des deux est attendu"),
                        tuple(
                                "ecritures.csv",
                                10,
                                "debit",
                                "1.00",
                                "débit et crédit à la fois : un seul des deux est attendu"),
                        tuple("ecritures.csv", 12, "debit", "-1.00", "au moins 0 est attendu"));
        assertThat(database.count("account.ledger_entry")).isEqualTo(8);
    }

    @Test
    void an_entry_belongs_to_a_notice_of_its_own_lease_and_reverses_one_of_it() throws IOException {
        rejects(new TestPackage()
                        .add(
                                "ecritures",
                                "F3,B2,A1,LOYER,x,,2026-11-09,2026-11-09,,1.00,,false,,",
                                "F4,B2,,REJET_PRELEVEMENT,x,,2026-11-09,2026-11-09,,1.00,,false,E5,",
                                "F5,B2,,REJET_PRELEVEMENT,x,,2026-11-09,2026-11-09,,1.00,,false,F5,"))
                .containsExactlyInAnyOrder(
                        tuple(
                                "ecritures.csv",
                                9,
                                "avis",
                                "A1",
                                "« A1 » n’est ni dans avis.csv ni déjà en place pour le bail B2"),
                        tuple(
                                "ecritures.csv",
                                10,
                                "annule",
                                "E5",
                                "« E5 » n’est ni dans ecritures.csv ni déjà en place pour le bail B2"),
                        tuple("ecritures.csv", 11, "annule", "F5", "une écriture ne s’annule pas elle-même"));
    }

    @Test
    void an_entry_never_changes() throws IOException {
        take(new TestPackage());

        rejects(new TestPackage()
                        .created(SATURDAY)
                        .replace("ecritures", "E5,B1,,PAIEMENT,Prélèvement", "E5,B1,,PAIEMENT,Virement"))
                .containsExactly(tuple(
                        "ecritures.csv",
                        6,
                        "libelle",
                        "Virement",
                        "cette ligne est déjà en place avec une autre valeur ; une écriture ne change pas, elle"
                                + " s’annule par une autre (annule)"));
        assertThat(database.value("SELECT label FROM account.ledger_entry WHERE id = 'E5'"))
                .isEqualTo("Prélèvement");
        assertThat(database.count("account.ledger_entry WHERE closed_at IS NOT NULL"))
                .isZero();
    }

    @Test
    void a_line_that_is_rejected_has_not_disappeared() throws IOException {
        take(new TestPackage());

        Report report = take(new TestPackage().created(SATURDAY).replace("locataires", "Gœury", ""));

        assertThat(report.counts()).containsEntry("locataires", new Counts(2, 1, 0, 0, 0));
        assertThat(report.counts()).containsEntry("titulaires", new Counts(3, 0, 0, 0, 0));
        assertThat(database.count("tenancy.tenant WHERE closed_at IS NULL")).isEqualTo(2);
    }

    @Test
    void where_a_key_cannot_be_read_nothing_is_taken_for_gone() throws IOException {
        take(new TestPackage());

        Report report = take(new TestPackage()
                .created(SATURDAY)
                .without("titulaires", "B1,48214")
                .replace("titulaires", "B2,48214", "B2"));

        assertThat(report.rejected()).isEqualTo(1);
        assertThat(database.count("tenancy.lease_holder WHERE closed_at IS NOT NULL"))
                .isZero();
    }

    @Test
    void a_line_that_a_notice_in_place_needs_is_not_closed() throws IOException {
        take(new TestPackage());

        rejects(new TestPackage().created(SATURDAY).without("ecritures", "E2"))
                .contains(tuple("avis.csv", null, "total_mois", "250.90", "les lignes de l’avis « A1 » font 137.90"));
        assertThat(database.count("account.ledger_entry WHERE closed_at IS NOT NULL"))
                .isZero();

        // It stays open the next night too, and the fault is said again.
        rejects(new TestPackage().created(SUNDAY).without("ecritures", "E2").replace("locataires", "Zoé", "Zoe"))
                .contains(tuple("avis.csv", null, "total_mois", "250.90", "les lignes de l’avis « A1 » font 137.90"));
        assertThat(database.count("account.ledger_entry WHERE closed_at IS NOT NULL"))
                .isZero();
    }

    @Test
    void a_notice_that_disappears_with_its_lines_is_closed_with_them() throws IOException {
        take(new TestPackage());

        rejects(new TestPackage().created(SATURDAY).without("avis", "A2").without("ecritures", "F1"))
                .isEmpty();
        assertThat(database.value("SELECT string_agg(id, ' ') FROM account.ledger_entry WHERE closed_at IS NOT NULL"))
                .isEqualTo("F1");
        assertThat(database.value("SELECT string_agg(id, ' ') FROM account.rent_notice WHERE closed_at IS NOT NULL"))
                .isEqualTo("A2");
    }

    @Test
    void a_double_of_an_unchanged_line_is_found_too() throws IOException {
        take(new TestPackage());

        rejects(new TestPackage().created(SATURDAY).add("locataires", "48213,Mme,Nadia,Autre,,,"))
                .containsExactly(tuple(
                        "locataires.csv", 4, "numero_locataire", "48213", "déjà donné par une autre ligne du fichier"));
        assertThat(database.value("SELECT last_name FROM tenancy.tenant WHERE number = '48213'"))
                .isEqualTo("Benali");
    }

    @Test
    void a_word_for_word_double_of_an_unchanged_line_is_found_too() throws IOException {
        take(new TestPackage());

        rejects(new TestPackage().created(SATURDAY).add("titulaires", "B1,48213,TITULAIRE"))
                .extracting(t -> t.toList().get(1))
                .containsExactly(5);
        assertThat(database.count("tenancy.lease_holder WHERE closed_at IS NULL"))
                .isEqualTo(3);
    }

    @Test
    void bytes_that_are_no_text_in_the_announced_encoding_are_rejected() throws IOException {
        Report report = take(new TestPackage().windows().encoding("utf-8"));

        assertThat(report.rejects())
                .filteredOn(reject -> reject.file().equals("locataires.csv"))
                .extracting(Reject::line, Reject::column, Reject::reason)
                .contains(tuple(3, "prenom", "des caractères sont illisibles dans l’encodage annoncé"));
    }

    @Test
    void rejects_are_kept_with_the_import() throws IOException {
        Report report = take(new TestPackage().add("titulaires", "B9,48213,TITULAIRE"));

        assertThat(report.state()).isEqualTo(State.APPLIED);
        assertThat(database.rows("SELECT file, line, column_name, value FROM exchange.import_reject"))
                .hasSize(1)
                .first()
                .hasToString("{file=titulaires.csv, line=5, column_name=numero_bail, value=B9}");
    }

    private AbstractListAssert<?, ?, org.assertj.core.groups.Tuple, ?> rejects(TestPackage made) throws IOException {
        return assertThat(take(made).rejects())
                .extracting(Reject::file, Reject::line, Reject::column, Reject::value, Reject::reason);
    }

    @Test
    void a_notice_with_two_wrong_sums_shows_both() throws IOException {
        var both = new org.assertj.core.groups.Tuple[] {
            tuple("avis.csv", 3, "net_a_payer", "300.00", "solde_anterieur plus total_mois font 322.00"),
            tuple("avis.csv", 3, "total_mois", "310.00", "les lignes de l’avis « A2 » font 300.00")
        };
        rejects(new TestPackage().replace("avis", "12.00,300.00,312.00", "12.00,310.00,300.00"))
                .contains(both);

        // The same where its lines are in place already.
        take(new TestPackage().created(SATURDAY));
        rejects(new TestPackage().created(SUNDAY).replace("avis", "12.00,300.00,312.00", "12.00,310.00,300.00"))
                .containsExactly(both);
    }

    @Test
    void the_sum_of_an_entry_that_changed_is_shown_in_euros() throws IOException {
        take(new TestPackage());

        rejects(new TestPackage().created(SATURDAY).replace("ecritures", "412.10", "412.37"))
                .extracting(one -> one.toList().subList(1, 4))
                .contains(java.util.List.of(2, "debit", "412.37"));
    }

    private Report take(TestPackage made) throws IOException {
        return database.imports().take(made.folder(folder.resolve("package" + ++taken)), false);
    }
}
