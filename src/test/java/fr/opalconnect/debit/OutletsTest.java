package fr.opalconnect.debit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.exchange.ExportedPackage;
import fr.opalconnect.exchange.Exports;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// What the ERP is told of mandates and collections.
@WholeApplication
class OutletsTest {
    private static final String IBAN = "FR7619999000010000065432150";

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Autowired
    private Exports exports;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    @BeforeEach
    void aMandate() {
        DemoLandlord.bringInto(imports);
        Cleared.all(jdbc);
        program.getBean(DemoDebits.class)
                .moveIn(Cast.KEVIN_LEFEVRE.tenant(), Cast.KEVIN_LEFEVRE.lease().number());
    }

    @Test
    void a_mandate_goes_out_with_its_iban_and_what_became_of_its_collections() throws IOException {
        Path first = Objects.requireNonNull(last(exports.write(folder)));
        assertThat(lines(first, "mandats")).singleElement().asString().contains(",SIGNATURE,", IBAN, "B0062540-1");

        program.getBean(Proposals.class).propose();
        SignedInStaff anne = AtTheDesk.as(program, CastStaff.ANNE_CARON);
        LocalDate day = jdbc.sql("SELECT due_on FROM debit.collection")
                .query(LocalDate.class)
                .single();
        assertThat(program.getBean(Approval.class).approve(anne, day)).isInstanceOf(Approval.Ending.Written.class);
        String reference = jdbc.sql("SELECT reference FROM debit.collection")
                .query(String.class)
                .single();
        program.getBean(Returns.class).take(anne, "r.xml", Messages.camt054(reference, "AC04", "356.44"));
        program.getBean(Mandates.class).end(AtHome.as(program, Cast.KEVIN_LEFEVRE));

        Path second = Objects.requireNonNull(last(exports.write(folder)));
        assertThat(lines(second, "mandats"))
                .satisfiesExactly(
                        line -> assertThat(line).contains(",BLOCAGE,").endsWith(",AC04"),
                        line -> assertThat(line).contains(",FIN,"));
        assertThat(lines(second, "prelevements"))
                .satisfiesExactly(
                        line -> assertThat(line).contains(",EMIS," + reference, ",356.44,", ",PRLV"),
                        line -> assertThat(line).contains(",REJETE," + reference, ",AC04,"));
        assertThat(last(exports.write(folder))).isNull();
    }

    @Test
    void the_columns_are_those_of_the_published_schemas() throws IOException {
        for (fr.opalconnect.platform.Outlet outlet : List.of(new MandateOutlet(), new DebitOutlet())) {
            try (var schema = Objects.requireNonNull(getClass()
                    .getResourceAsStream("/fr/opalconnect/exchange/schemas/out/" + outlet.file() + ".json"))) {
                List<String> names = new ArrayList<>();
                JsonMapper.shared()
                        .readTree(schema)
                        .path("fields")
                        .forEach(field -> names.add(field.path("name").asString()));
                assertThat(outlet.columns()).isEqualTo(names);
            }
        }
    }

    private static Path last(List<ExportedPackage> packages) {
        return packages.isEmpty() ? null : packages.getLast().path();
    }

    private static List<String> lines(Path one, String file) throws IOException {
        return Files.readAllLines(one.resolve(file + ".csv")).stream().skip(1).toList();
    }
}
