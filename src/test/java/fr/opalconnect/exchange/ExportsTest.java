package fr.opalconnect.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.Opal;
import fr.opalconnect.platform.Outlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AssignableTypeFilter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What goes back to the ERP: numbered, whole, repeatable, and acknowledged by what comes from it.
class ExportsTest {
    private static final Collection<Outlet> OUTLETS = outlets();

    @TempDir
    private Path folder;

    @Test
    void a_corrected_number_goes_out_once_and_its_columns_are_those_of_the_schema() throws IOException {
        try (ImportDatabase database = new ImportDatabase()) {
            correct(database, "48213", "+33639981122", "Au guichet, « pièce, vue »");

            List<ExportedPackage> first = exports(database).write(folder);

            assertThat(first).hasSize(1);
            assertThat(first.getFirst().path()).isEqualTo(folder.resolve("opal-vers-erp-000001"));
            List<String> lines = Files.readAllLines(first.getFirst().path().resolve("changements_coordonnees.csv"));
            assertThat(lines).hasSize(2);
            assertThat(lines.get(1))
                    .contains(",CHANGEMENT,48213,MOBILE,06 41,+33639981122,2026-11-23T08:00:00Z,")
                    .endsWith("\"Au guichet, « pièce, vue »\",Claire Lemoine");
            JsonNode schema = JsonMapper.shared()
                    .readTree(first.getFirst()
                            .path()
                            .resolve("schemas/changements_coordonnees.json")
                            .toFile());
            List<String> columns = new ArrayList<>();
            schema.path("fields")
                    .forEach(field -> columns.add(field.path("name").asString()));
            assertThat(lines.getFirst()).isEqualTo(String.join(",", columns));
            assertThat(exports(database).write(folder)).isEmpty();
        }
    }

    @Test
    void nothing_to_tell_takes_no_number() {
        try (ImportDatabase database = new ImportDatabase()) {
            assertThat(exports(database).write(folder)).isEmpty();
            correct(database, "48213", "+33639981122", "x");
            assertThat(exports(database).write(folder))
                    .first()
                    .satisfies(one -> assertThat(one.number()).isEqualTo(1));
            assertThat(exports(database).write(folder)).isEmpty();
            correct(database, "48214", "+33639981123", "x");
            assertThat(exports(database).write(folder))
                    .first()
                    .satisfies(one -> assertThat(one.number()).isEqualTo(2));
        }
    }

    @Test
    void written_again_it_has_the_same_bytes_whatever_happened_since() throws IOException {
        try (ImportDatabase database = new ImportDatabase()) {
            correct(database, "48213", "+33639981122", "x");
            Path one = exports(database).write(folder).getFirst().path();
            database.jdbc
                    .sql("UPDATE tenancy.phone_correction SET state = 'DROPPED', ended_at = now()")
                    .update();
            exports(database).write(folder);

            ExportedPackage again = exports(database).writeAgain(folder.resolve("again"), 1);

            assertThat(again).isNotNull();
            assertThat(content(again.path())).isEqualTo(content(one));
            assertThat(exports(database).writeAgain(folder, 7)).isNull();
        }
    }

    @Test
    void what_was_settled_but_not_written_when_the_program_died_is_written_first() throws IOException {
        try (ImportDatabase database = new ImportDatabase()) {
            correct(database, "48213", "+33639981122", "x");
            Path one = exports(database).write(folder).getFirst().path();
            Map<String, String> before = content(one);
            database.jdbc
                    .sql("UPDATE exchange.export_run SET written_at = NULL")
                    .update();
            Files.delete(one.resolve("datapackage.json"));
            Files.createDirectories(folder.resolve(".opal-vers-erp-000001.part"));
            correct(database, "48214", "+33639981123", "x");

            List<ExportedPackage> written = exports(database).write(folder);

            assertThat(written.stream().map(ExportedPackage::number)).containsExactly(1L, 2L);
            assertThat(content(one)).isEqualTo(before);
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left.map(path -> path.getFileName().toString()))
                        .containsExactlyInAnyOrder("opal-vers-erp-000001", "opal-vers-erp-000002");
            }
        }
    }

    @Test
    void a_correction_withdrawn_after_the_erp_was_told_is_withdrawn_there_too() throws IOException {
        try (ImportDatabase database = new ImportDatabase()) {
            correct(database, "48213", "+33639981122", "x");
            exports(database).write(folder);
            database.jdbc
                    .sql("UPDATE tenancy.phone_correction SET state = 'DROPPED', ended_at = '2026-11-23T10:00:00Z'")
                    .update();

            Path two = exports(database).write(folder).getFirst().path();

            assertThat(Files.readString(two.resolve("changements_coordonnees.csv")))
                    .contains(",RETRAIT,48213,MOBILE,+33639981122,,2026-11-23T10:00:00Z,");
        }
    }

    @Test
    void the_erp_settles_a_correction_by_sending_the_same_number_in_any_spelling() throws IOException {
        try (ImportDatabase database = new ImportDatabase()) {
            TestPackage stock = new TestPackage();
            database.imports().take(stock.folder(folder.resolve("one")), true);
            correct(database, "48213", "+33639981122", "x");

            stock.created("2026-11-20T05:12:00+01:00").add("locataires", "70000,M.,Paul,Autre,,,");
            database.imports().take(stock.folder(folder.resolve("two")), true);
            assertThat(state(database)).isEqualTo("OPEN");

            stock.created("2026-11-21T05:12:00+01:00")
                    .perhaps("locataires", "48213,", line -> "48213,Mme,Nadia,Benali,06.39.98 11 22,,");
            database.imports().take(stock.folder(folder.resolve("three")), true);
            assertThat(state(database)).isEqualTo("SETTLED");
        }
    }

    @Test
    void many_at_once_leave_no_gap_and_tell_nothing_twice() throws Exception {
        try (ImportDatabase database = new ImportDatabase();
                var threads = Executors.newFixedThreadPool(3)) {
            List<Future<List<ExportedPackage>>> all = IntStream.range(0, 12)
                    .mapToObj(i -> threads.submit(() -> {
                        correct(database, "T" + i, "+3363998%04d".formatted(i), "x");
                        return exports(database).write(folder);
                    }))
                    .toList();
            int lines = 0;
            for (Future<List<ExportedPackage>> one : all) {
                lines += one.get().stream().mapToInt(ExportedPackage::lines).sum();
            }

            assertThat(lines).isEqualTo(12);
            assertThat(database.value("SELECT max(number) = count(*) FROM exchange.export_run"))
                    .isEqualTo(true);
        }
    }

    private static String state(ImportDatabase database) {
        return (String) database.value("SELECT state FROM tenancy.phone_correction");
    }

    private static Exports exports(ImportDatabase database) {
        return new Exports(database.source, List.copyOf(OUTLETS), ImportDatabase.CLOCK);
    }

    private static void correct(ImportDatabase database, String tenant, String mobile, String reason) {
        database.jdbc
                .sql("""
                        INSERT INTO tenancy.phone_correction
                            (id, tenant_number, mobile, former, reason, made_at, made_by, made_by_name)
                        VALUES (:id, :tenant, :mobile, '06 41', :reason, '2026-11-23T08:00:00Z', :id, 'Claire Lemoine')
                        """)
                .param("id", UUID.randomUUID())
                .param("tenant", tenant)
                .param("mobile", mobile)
                .param("reason", reason)
                .update();
    }

    private static Map<String, String> content(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return content;
    }

    private static Collection<Outlet> outlets() {
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(new AssignableTypeFilter(Outlet.class));
            scanner.scan(Opal.class.getPackageName());
            context.refresh();
            return List.copyOf(context.getBeansOfType(Outlet.class).values());
        }
    }
}
