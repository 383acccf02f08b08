package fr.opalconnect.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.HowOften;
import fr.opalconnect.exchange.Report.Counts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Two landlords live through the same nights. One remembers the lines of the night before, the other is made to forget
/// them: in the end both have to know the same.
class ManyNightsTest {
    private static final int NIGHTS = 6;
    private static final List<String> TABLES = List.of(
            "landlord.agency",
            "landlord.adviser",
            "tenancy.dwelling",
            "tenancy.tenant",
            "tenancy.lease",
            "tenancy.lease_holder",
            "account.rent_notice",
            "account.ledger_entry",
            "document.document");

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, HowOften.of("exchange.nights", 1, 20));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void remembering_the_last_night_makes_no_difference_but_time(long seed) throws IOException {
        Random random = new Random(seed);
        TestPackage stock = stock();
        try (ImportDatabase remembering = new ImportDatabase();
                ImportDatabase forgetting = new ImportDatabase()) {
            for (int night = 0; night < NIGHTS; night++) {
                stock.created(LocalDate.of(2026, 11, 1).plusDays(night) + "T05:12:00+01:00");
                Path path = stock.folder(folder.resolve("night" + night));
                forgetting.jdbc.sql("DELETE FROM exchange.known_file").update();

                Report taken = remembering.imports(0.9, 0.9, 1000).take(path, true);
                Report other = forgetting.imports(0.9, 0.9, 1000).take(path, true);

                assertThat(remembering.count("exchange.known_file")).isPositive();
                assertThat(taken.state()).isEqualTo(other.state());
                assertThat(changes(taken)).as("night " + night).isEqualTo(changes(other));
                assertThat(lines(taken)).as("night " + night).isEqualTo(lines(other));
                for (String table : TABLES) {
                    assertThat(content(remembering, table)).as(table).isEqualTo(content(forgetting, table));
                }
                for (String entries : List.of("TABLE tenancy.search_entry", "TABLE tenancy.search_source")) {
                    String source =
                            entries.endsWith("entry") ? "TABLE tenancy.search_source" : "TABLE tenancy.search_entry";
                    assertThat(remembering.count("(" + entries + " EXCEPT " + source + ") differs"))
                            .as("what is found is what is there, night " + night)
                            .isZero();
                }
                assertThat(remembering.count("tenancy.search_entry")).isPositive();
                change(stock, random, night);
            }
        }
    }

    private static Map<String, Counts> changes(Report report) {
        return report.counts();
    }

    private static List<String> lines(Report report) {
        return report.rejects().stream()
                .map(reject -> reject.file() + " " + reject.line() + " " + reject.column())
                .sorted()
                .toList();
    }

    private static String content(ImportDatabase database, String table) {
        // What is drawn by lot, and the moment, differ between any two.
        return database
                .rows("SELECT (to_jsonb(t) - 'key' - 'arrived_at')::text AS row FROM " + table + " t ORDER BY 1")
                .stream()
                .map(row -> row.values().toString())
                .collect(Collectors.joining("\n"));
    }

    /// Forty tenants with a lease, a notice of two lines and a payment each.
    private static TestPackage stock() {
        TestPackage stock = new TestPackage();
        for (int i = 10; i < 50; i++) {
            stock.add("locataires", "T%d,M.,Jean,Nom%d,,,".formatted(i, i));
            stock.add("baux", "L%d,L001,2020-01-01,,ECHU,5,VIREMENT".formatted(i));
            stock.add("titulaires", "L%d,T%d,TITULAIRE".formatted(i, i));
            stock.add("avis", "N%d,L%d,2026-10,2026-10-27,2026-11-05,0.00,150.00,150.00".formatted(i, i));
            stock.add(
                    "ecritures",
                    "X%d-1,L%d,N%d,LOYER,Loyer,,2026-10-27,2026-10-27,,200.00,,true,,".formatted(i, i, i),
                    "X%d-2,L%d,N%d,APL,APL,,2026-10-27,2026-10-27,,,50.00,false,,".formatted(i, i, i),
                    "X%d-3,L%d,,PAIEMENT,Paiement,,2026-10-28,2026-10-28,,,10.00,false,,".formatted(i, i));
        }
        return stock;
    }

    private static void change(TestPackage stock, Random random, int night) {
        List<Integer> some = new ArrayList<>();
        random.ints(10, 50).distinct().limit(12).forEach(some::add);
        int i = 0;
        String name = "Changed" + night;
        stock.perhaps("locataires", "T" + some.get(i++) + ",", line -> line.replaceAll("Nom[0-9]+", name));
        stock.perhaps("locataires", "T" + some.get(i++) + ",", line -> line.replaceAll(",(Nom|Chan)[^,]*,", ",,"));
        stock.perhaps("titulaires", "L" + some.get(i++) + ",", line -> null);
        stock.perhaps("ecritures", "X" + some.get(i) + "-2,", line -> null);
        stock.perhaps("ecritures", "X" + some.get(i++) + "-3,", line -> null);
        stock.perhaps("ecritures", "X" + some.get(i++) + "-1,", line -> line.replace("Loyer", "Autre"));
        stock.perhaps("baux", "L" + some.get(i++) + ",", line -> null);
        stock.perhaps("avis", "N" + some.get(i++) + ",", line -> line.replace("2026-11-05", "2026-11-0" + (night + 1)));
        int lease = random.nextInt(10, 50);
        stock.add(
                "ecritures",
                "Y%d,L%d,,PAIEMENT,Paiement,,2026-11-02,2026-11-02,,,1.00,false,,".formatted(night, lease),
                "Z%d,L%d,N%d,EAU,Eau,,2026-11-02,2026-11-02,,1.00,,false,,".formatted(night, lease, lease));
        if (night % 2 == 0) {
            stock.add("titulaires", "B1,48213,OCCUPANT");
        } else {
            stock.perhaps("titulaires", "B1,48213,OCC", line -> null);
            stock.perhaps("ecritures", "Z", line -> null);
        }
    }
}
