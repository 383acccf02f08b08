package fr.opalconnect.insurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.opalconnect.insurance.Cover.Standing;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.ui.Mistake;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What needs no database: states, dates, settings.
class CertificateRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final InsuranceSettings SETTINGS = new InsuranceSettings(List.of(30, 15, 3, -7), 12);

    @Test
    void only_these_ways_lead_from_one_state_to_another() {
        for (CertificateState from : CertificateState.values()) {
            for (CertificateState to : CertificateState.values()) {
                for (CertificateState.By by : CertificateState.By.values()) {
                    String way = from + " " + to + " " + by;
                    assertThat(from.mayBecome(to, by))
                            .as(way)
                            .isEqualTo(List.of(
                                            "SENT ACCEPTED STAFF",
                                            "SENT REFUSED STAFF",
                                            "SENT WITHDRAWN TENANT",
                                            "ACCEPTED REFUSED STAFF")
                                    .contains(way));
                }
            }
        }
    }

    @Test
    void a_lease_stands_as_its_certificates_say() {
        assertThat(stands(null, false, false)).isEqualTo(Standing.MISSING);
        assertThat(stands(null, true, false)).isEqualTo(Standing.TO_CHECK);
        assertThat(stands(null, false, true)).isEqualTo(Standing.REFUSED);
        assertThat(stands(TODAY.plusDays(31), false, false)).isEqualTo(Standing.COVERED);
        assertThat(stands(TODAY.plusDays(31), false, true)).isEqualTo(Standing.COVERED);
        assertThat(stands(TODAY.plusDays(30), false, false)).isEqualTo(Standing.ENDING);
        assertThat(stands(TODAY, false, false)).isEqualTo(Standing.ENDING);
        assertThat(stands(TODAY.minusDays(1), false, false)).isEqualTo(Standing.ENDED);
        assertThat(stands(TODAY.minusDays(1), true, false)).isEqualTo(Standing.TO_CHECK);
        assertThat(stands(TODAY.plusDays(3), false, true)).isEqualTo(Standing.REFUSED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Contrat valable du 01/12/2026 au 30/11/2027.                         | 2026-12-01 | 2027-11-30
            Période de validité : du 1er décembre 2026 au 30 novembre 2027 inclus | 2026-12-01 | 2027-11-30
            DU 1.2.2026 AU 31.1.2027, puis encore du 01/02/2026 au 31/01/2027     | 2026-02-01 | 2027-01-31
            du 01-08-2026 jusqu'au 31-07-2027                                     | 2026-08-01 | 2027-07-31
            garantie du 5 août 2026 au 4 août 2027                                | 2026-08-05 | 2027-08-04
            """)
    void a_period_is_read_where_the_text_says_it_clearly(String text, LocalDate from, LocalDate until) {
        assertThat(PeriodInPdf.find(text)).isEqualTo(new PeriodInPdf(from, until));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Contrat souscrit le 01/12/2020",
                "du 01/12/2026 au 30/11/2027, ancien contrat du 01/12/2025 au 30/11/2026",
                "du 30/11/2027 au 01/12/2026",
                "du 31/02/2026 au 30/11/2027",
                "du 12 brumaire 2026 au 30 novembre 2027"
            })
    void where_it_is_not_certain_nothing_is_read(String text) {
        assertThat(PeriodInPdf.find(text)).isNull();
    }

    @Test
    void a_file_that_is_no_pdf_says_nothing() {
        assertThat(PeriodInPdf.read(new byte[] {1, 2, 3})).isNull();
        byte[] pdf = DemoCertificates.pdf("Nadia Benali", TODAY, TODAY.plusDays(364));
        assertThat(PeriodInPdf.read(pdf)).isEqualTo(new PeriodInPdf(TODAY, TODAY.plusDays(364)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-12-31, ''",
        "01/01/2026, 31.12.2026, ''",
        "1/1/2026, 1 12 2026, ''",
        "2026-01-01, 2027-01-01, ''",
        "'', '', 'debut fin'",
        "bientôt, 2026-12-31, debut",
        "2025-01-01, 2025-12-31, fin",
        "2027-01-01, 2026-12-31, fin",
        "2026-01-01, 2028-01-01, fin",
        "0001-01-01, 2026-12-31, debut"
    })
    void dates_are_taken_as_people_write_them_and_checked(String from, String until, String wrong) {
        List<Mistake> mistakes = new Typed("", from, until, "").mistakes(SETTINGS, TODAY);
        assertThat(String.join(" ", mistakes.stream().map(Mistake::field).toList()))
                .isEqualTo(wrong);
    }

    @Test
    void a_ladder_begins_before_the_end() {
        assertThat(new InsuranceSettings(List.of(-7, 3, 30, 3), 12).remind()).containsExactly(30, 3, -7);
        assertThatThrownBy(() -> new InsuranceSettings(List.of(-7), 12)).hasMessageContaining("opal.insurance.remind");
        assertThatThrownBy(() -> new InsuranceSettings(List.of(30), 0)).hasMessageContaining("opal.insurance.validity");
    }

    @Test
    void without_a_choice_the_list_shows_what_is_to_check() {
        assertThat(Pile.of(null)).containsExactly(Pile.TO_CHECK);
        assertThat(Pile.of(List.of("x"))).containsExactly(Pile.TO_CHECK);
        assertThat(Pile.of(List.of("manquante", "bientot"))).containsExactlyInAnyOrder(Pile.MISSING, Pile.ENDING);
    }

    private static Standing stands(@org.jspecify.annotations.Nullable LocalDate until, boolean waiting, boolean no) {
        return new Cover(new LeaseNumber("L1"), until, waiting ? new UUID(0, 1) : null, no)
                .standing(TODAY, SETTINGS.soon());
    }
}
