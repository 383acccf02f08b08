package fr.opalconnect.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageMakerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @TempDir
    Path temp;

    @Test
    void the_same_recipe_makes_the_same_bytes() throws IOException {
        Recipe recipe = Recipe.of(150, 12, 7, DAY).withCast();
        assertThat(make("a", recipe).bytes()).isEqualTo(make("b", recipe).bytes());
        new PackageMaker(recipe).writeZip(temp.resolve("a.zip"));
        new PackageMaker(recipe).writeZip(temp.resolve("b.zip"));
        assertThat(temp.resolve("a.zip")).hasSameBinaryContentAs(temp.resolve("b.zip"));
        assertThat(make("c", Recipe.of(150, 12, 8, DAY)).byId("locataires"))
                .isNotEqualTo(make("d", Recipe.of(150, 12, 7, DAY)).byId("locataires"));
    }

    @Test
    void a_package_has_as_many_leases_as_asked_and_counts_its_lines() {
        Made made = make("a", Recipe.of(321, 3, 1, DAY));
        assertThat(made.byId("baux")).hasSize(321);
        made.lines().forEach((file, lines) -> {
            AtomicInteger read = new AtomicInteger();
            made.each(file, _ -> read.incrementAndGet());
            assertThat(read.get()).as(file).isEqualTo(lines.intValue());
        });
    }

    @Test
    void ten_thousand_accounts_add_up_to_the_cent() {
        Made made = make("a", Recipe.of(10_000, 4, 3, DAY));
        Map<String, Long> ofNotice = new HashMap<>();
        Map<String, Long> balance = new HashMap<>();
        Map<String, Long> beforeNotice = new HashMap<>();
        Set<String> ids = new HashSet<>();
        List<String> faults = new ArrayList<>();
        made.each("ecritures", entry -> {
            String lease = entry.getField("numero_bail");
            String notice = entry.getField("avis");
            String reversed = entry.getField("annule");
            long amount = Made.cents(entry.getField("debit")) - Made.cents(entry.getField("credit"));
            if (amount == 0
                    || !ids.add(entry.getField("identifiant"))
                    || !(reversed.isEmpty() || ids.contains(reversed))) {
                faults.add(entry.toString());
            }
            if (!notice.isEmpty()) {
                beforeNotice.putIfAbsent(notice, balance.getOrDefault(lease, 0L));
                ofNotice.merge(notice, amount, Long::sum);
            }
            balance.merge(lease, amount, Long::sum);
        });
        made.each("avis", notice -> {
            String id = notice.getField("identifiant");
            long before = Made.cents(notice.getField("solde_anterieur"));
            long total = Made.cents(notice.getField("total_mois"));
            if (!Objects.equals(ofNotice.remove(id), total)
                    || !Objects.equals(beforeNotice.get(id), before)
                    || Made.cents(notice.getField("net_a_payer")) != before + total) {
                faults.add(notice.toString());
            }
        });
        assertThat(faults).isEmpty();
        assertThat(ofNotice).as("lines of notices that are not there").isEmpty();
        assertThat(balance).hasSizeGreaterThan(9_700);
    }

    @Test
    void a_stock_has_the_shape_of_a_real_one() {
        Made made = make("a", Recipe.of(5_000, 3, 11, DAY));
        Map<String, List<String>> tenants = made.byId("locataires");
        assertThat(share(tenants, phone -> phone.isEmpty())).isCloseTo(0.09, within(0.02));
        assertThat(share(tenants, phone -> phone.startsWith("03"))).isCloseTo(0.085, within(0.02));
        assertThat(share(tenants, phone -> phone.startsWith("069"))).isBetween(0.002, 0.02);
        Map<String, List<String>> leases = made.byId("baux");
        assertThat(leases.values().stream()
                        .filter(lease -> !lease.get(3).isEmpty())
                        .count())
                .isBetween(150L, 300L);
        assertThat(leases.values().stream()
                        .filter(lease -> lease.get(4).equals("A_ECHOIR"))
                        .count())
                .isBetween(200L, 500L);
        Set<String> withBenefit = new HashSet<>();
        Map<String, Long> balance = new HashMap<>();
        made.each("ecritures", entry -> {
            String lease = entry.getField("numero_bail");
            balance.merge(lease, Made.cents(entry.getField("debit")) - Made.cents(entry.getField("credit")), Long::sum);
            if (entry.getField("nature").equals("APL")) {
                withBenefit.add(lease);
            }
        });
        assertThat(withBenefit.size() / 5_000.0).isCloseTo(0.44, within(0.05));
        assertThat(balance.values().stream().filter(cents -> cents > 0).count() / 5_000.0)
                .isBetween(0.03, 0.2);
        assertThat(balance.values().stream().filter(cents -> cents < 0).count() / 5_000.0)
                .isBetween(0.01, 0.1);
    }

    @Test
    void packages_of_two_days_tell_the_same_past() {
        Recipe early = Recipe.of(400, 12, 5, LocalDate.of(2026, 9, 14));
        Made before = make("a", early);
        Made after = make("b", Recipe.of(400, 12, 5, LocalDate.of(2026, 11, 23)));
        Map<String, List<String>> later = after.byId("ecritures");
        LocalDate from = LocalDate.of(2025, 12, 1);
        AtomicInteger compared = new AtomicInteger();
        List<String> faults = new ArrayList<>();
        before.each("ecritures", entry -> {
            if (!LocalDate.parse(entry.getField("date_operation")).isBefore(from)
                    && !entry.getField("nature").equals("SOLDE_ANTERIEUR")) {
                compared.incrementAndGet();
                if (!entry.getFields().equals(later.get(entry.getField("identifiant")))) {
                    faults.add(entry.toString());
                }
            }
        });
        // Where people came and went meanwhile, those of two years ago are in the package no more.
        assertThat(faults).hasSizeLessThan(compared.get() / 50);
        assertThat(faults).noneMatch(entry -> later.containsKey(entry.replaceFirst(".*identifiant=([^,]*),.*", "$1")));
        assertThat(compared.get()).isGreaterThan(20_000);
    }

    @Test
    void the_next_night_changes_one_line_in_a_hundred_and_no_ledger_entry() {
        Recipe recipe = Recipe.of(1_500, 12, 9, DAY);
        Made before = make("a", recipe);
        Made night = make("b", recipe.nextNight(0.01));
        Made delta = make("c", recipe.nextNight(0.01).onlyChanges());
        Map<String, List<String>> entries = before.byId("ecritures");
        Map<String, List<String>> nextEntries = night.byId("ecritures");
        assertThat(nextEntries).containsAllEntriesOf(entries);
        long lines = 0;
        long changed = 0;
        for (String file : before.lines().keySet()) {
            if (file.equals("titulaires")) {
                continue; // has no key of one column, and does not change
            }
            Map<String, List<String>> old = before.byId(file);
            Map<String, List<String>> now = new HashMap<>(night.byId(file));
            lines += old.size();
            now.entrySet().removeIf(row -> row.getValue().equals(old.get(row.getKey())));
            changed += now.size();
            assertThat(delta.byId(file)).as(file).isEqualTo(now);
        }
        assertThat(changed / (double) lines).isBetween(0.008, 0.012);
        assertThat(recipe.nextNight(0.01).created()).isAfter(recipe.created());
    }

    @Test
    void every_dialect_says_the_same() throws IOException {
        Recipe recipe = Recipe.of(60, 2, 4, DAY).withCast();
        Made usual = make("a", recipe);
        for (Dialect dialect : Dialect.values()) {
            Made other = make(dialect.name(), recipe.withDialect(dialect));
            if (!dialect.bom) { // fastcsv would read the mark as part of the first column's name
                assertThat(other.byId("locataires")).isEqualTo(usual.byId("locataires"));
                assertThat(other.byId("agences")).isEqualTo(usual.byId("agences"));
            }
            assertThat(Files.readString(other.folder().resolve("datapackage.json")))
                    .contains("\"encoding\": \"" + dialect.encoding + "\"")
                    .contains("\"delimiter\": \"" + dialect.delimiter + "\"");
        }
    }

    private static double share(Map<String, List<String>> tenants, java.util.function.Predicate<String> phone) {
        return tenants.values().stream().filter(row -> phone.test(row.get(4))).count() / (double) tenants.size();
    }

    private Made make(String name, Recipe recipe) {
        return Made.of(recipe, temp.resolve(name));
    }
}
