package fr.opalconnect.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the cast promises, on every day of a winter: over the turn of the year, when rents rise, and
/// over the short month. A demo may start on any of them.
class CastTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);

    @TempDir
    Path temp;

    @Test
    void on_any_day_the_cast_owes_what_it_says_and_a_fifth_lies_ahead() {
        for (LocalDate asOf = FIRST; asOf.isBefore(FIRST.plusDays(100)); asOf = asOf.plusDays(1)) {
            Made made = Made.of(Recipe.of(0, 6, 1, asOf).withCast(), temp);
            Map<String, Long> balance = new HashMap<>();
            Map<String, LocalDate> due = new HashMap<>();
            Set<LocalDate> days = new HashSet<>();
            made.each("ecritures", entry -> {
                long amount = Made.cents(entry.getField("debit")) - Made.cents(entry.getField("credit"));
                balance.merge(entry.getField("numero_bail"), amount, Long::sum);
                days.add(LocalDate.parse(entry.getField("date_operation")));
            });
            made.each("avis", notice -> {
                days.add(LocalDate.parse(notice.getField("date_emission")));
                due.put(notice.getField("numero_bail"), LocalDate.parse(notice.getField("date_echeance")));
            });
            assertThat(Collections.max(days)).as("the last thing that happened").isBeforeOrEqualTo(asOf);
            for (CastLease lease : CastLease.values()) {
                String number = lease.number().value();
                assertThat(balance.get(number))
                        .as("%s on %s", lease, asOf)
                        .isEqualTo(lease.balance().cents());
                if (lease != CastLease.ELODIE) {
                    assertThat(due.get(number)).as("%s on %s", lease, asOf).isEqualTo(nextFifth(asOf));
                }
            }
        }
    }

    private static LocalDate nextFifth(LocalDate asOf) {
        LocalDate ofThisMonth = asOf.withDayOfMonth(5);
        return ofThisMonth.isAfter(asOf) ? ofThisMonth : ofThisMonth.plusMonths(1);
    }

    @Test
    void nobody_of_the_cast_is_mistaken_for_somebody_else() {
        assertThat(Arrays.stream(Cast.values()).map(cast -> cast.tenant().lookupKey()))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(CastLease.values())
                        .map(lease -> lease.dwelling().lookupKey()))
                .doesNotHaveDuplicates();
        Made made = Made.of(Recipe.of(600, 1, 1, FIRST).withCast(), temp);
        assertThat(made.byId("locataires"))
                .hasSize(made.lines().get("locataires").intValue());
        assertThat(made.byId("baux")).hasSize(made.lines().get("baux").intValue());
        assertThat(made.byId("logements")).hasSize(made.lines().get("logements").intValue());
        assertThat(made.byId("conseillers"))
                .containsKeys(CastStaff.CLAIRE_LEMOINE.code(), CastStaff.THOMAS_DELATTRE.code())
                .doesNotContainKey(CastStaff.ANNE_CARON.code());
    }
}
