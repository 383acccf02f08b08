package fr.opalconnect.debit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.TenantNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The rules of automatic debit that need no database.
class DebitRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @ValueSource(strings = {"FR97ZZZ640210", "FR72ZZZ123456", "DE98ZZZ09999999999"})
    void a_creditor_identifier_is_checked_without_its_business_code(String ics) {
        assertThat(CreditorId.isRight(ics)).isTrue();
        assertThat(CreditorId.isRight(ics.substring(0, 4) + "A1B" + ics.substring(7)))
                .isTrue();
        assertThat(CreditorId.isRight(ics.substring(0, ics.length() - 1) + "X")).isFalse();
    }

    @Test
    void a_reference_is_filled_and_never_too_long() {
        String rum = RumPattern.fill(
                "{bail}-{date}-{n}", new LeaseNumber("B0048213-1"), new TenantNumber("0048213"), TODAY, 12);
        assertThat(rum).isEqualTo("B0048213-1-20261123-12");
        String cut = RumPattern.fill(
                "OPAL+{bail}+{n}", new LeaseNumber("X".repeat(60) + "7"), new TenantNumber("1"), TODAY, 999_999_999L);
        assertThat(cut).hasSize(35).contains("7+999999999");
        assertThat(SepaText.isReference(cut)).isTrue();
        assertThat(RumPattern.fill(
                        "{locataire}/{bail}/{n}", new LeaseNumber("B é/1"), new TenantNumber("48 213"), TODAY, 1))
                .isEqualTo("48213/B1/1");
    }

    @ParameterizedTest
    @CsvSource({
        "Élodie Vasseur & fils, Elodie Vasseur + fils",
        "L’œuvre d’Aÿ, L'oeuvre d'Ay",
        "a_b–c;d, a-b-c d",
        "'   ', -"
    })
    void words_for_banks_keep_only_what_every_bank_takes(String words, String plain) {
        assertThat(SepaText.of(words, 70)).isEqualTo(plain);
    }

    /// Due on the 5th of December 2026, a Saturday; the day after is a Sunday.
    @ParameterizedTest
    @CsvSource({
        "2026-12-05, 10, 7, 2026-12-10",
        // a Saturday: the banks' next day
        "2026-12-05, 5, 7, 2026-12-07",
        // before the notice falls due: next month's
        "2026-12-10, 5, 7, 2027-01-05",
        // too soon to be announced for so long: the next of the landlord's days
        "2026-12-05, 5, 14, 2026-12-10",
        // Christmas
        "2026-12-25, 25, 7, 2026-12-28"
    })
    void a_collection_leaves_on_the_chosen_day_announced_long_enough_before(
            LocalDate due, int chosen, int notice, LocalDate day) {
        assertThat(DebitDays.of(due, chosen, new TreeSet<>(List.of(5, 10, 15)), TODAY, notice))
                .isEqualTo(day);
    }

    @Test
    void a_mandate_goes_only_along_its_edges() {
        List<String> edges = new ArrayList<>();
        for (MandateState.Act act : MandateState.Act.values()) {
            for (MandateState from : MandateState.values()) {
                MandateState to = MandateState.after(act, from);
                if (to != null) {
                    edges.add(act + " " + from + " " + to);
                    assertThat(from.lives()).as("nothing leaves %s", from).isTrue();
                }
            }
        }
        assertThat(edges).hasSize(14);
        assertThat(MandateState.after(MandateState.Act.SIGN, null)).isEqualTo(MandateState.ACTIVE);
        assertThat(MandateState.after(MandateState.Act.SUSPEND, MandateState.SUSPENDED))
                .isNull();
    }

    @Test
    void a_collection_comes_back_only_once_and_only_when_it_was_sent() {
        assertThat(Arrays.stream(DebitState.values())
                        .filter(from -> DebitState.after(DebitState.Act.RETURN, from) != null))
                .containsExactly(DebitState.SENT);
        assertThat(Arrays.stream(DebitState.values())
                        .filter(from -> DebitState.after(DebitState.Act.SEND, from) != null))
                .containsExactly(DebitState.ANNOUNCED);
    }

    @Test
    void settings_that_cannot_be_right_stop_the_start_and_say_so() {
        assertThat(DebitSettings.of(written("", "", "")).offered()).isFalse();
        assertThat(DebitSettings.of(written("OPAL", "FR97ZZZ640210", "FR76 1999 9000 0100 0001 2345 602"))
                        .offered())
                .isTrue();
        assertThatThrownBy(() -> DebitSettings.of(written("OPAL", "FR96ZZZ640210", "FR7619999000010000012345603")))
                .hasMessageContaining("opal.debit.ics")
                .hasMessageContaining("opal.debit.iban");
        assertThatThrownBy(() -> DebitSettings.of(written("OPAL", "", ""))).hasMessageContaining("opal.debit.ics");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AC01", "AC04", "AC06", "AG01", "MD01", "MD07", "SL01"})
    void what_would_come_back_again_stops_the_mandate(String code) {
        assertThat(new ReturnReason(code).stopsMandate()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AM04", "AM05", "MD06", "MS02", "MS03", "RR01", "XX99", ""})
    void the_rest_does_not(String code) {
        assertThat(new ReturnReason(code).stopsMandate()).isFalse();
    }

    private static DebitSettings.Written written(String creditor, String ics, String iban) {
        return new DebitSettings.Written(
                creditor,
                "1 place de la République, 02000 Laon",
                ics,
                iban,
                "",
                "{bail}-{n}",
                List.of(5, 10, 15),
                14,
                3,
                "pain.008.001.02",
                true);
    }
}
