package fr.opalconnect.debit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.opalconnect.kernel.Iban;
import fr.opalconnect.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.xml.sax.SAXParseException;

/// The file for the bank, held against the schema of its version and recomputed.
class PainWriterTest {
    private static final List<Sequence> SEQUENCES = List.of(Sequence.values());
    private static final List<String> IBANS = List.of(
            "FR7630006000011234567890189",
            "DE89370400440532013000",
            "CH9300762011623852957",
            "FR7619999000010000065432150");

    @ParameterizedTest
    @EnumSource(PainVersion.class)
    void it_is_valid_whatever_is_in_it(PainVersion version) {
        for (String bic : List.of("", "BDFEFRPPCCT")) {
            byte[] bytes = PainWriter.write(file(version, bic, 40));
            assertThatCode(() -> Schemas.validate(version.form(), bytes)).doesNotThrowAnyException();
        }
    }

    @Test
    void the_schema_would_find_a_fault() {
        byte[] bytes = new String(
                        PainWriter.write(file(PainVersion.V02, "", 2)), java.nio.charset.StandardCharsets.UTF_8)
                .replace("<SeqTp>FRST", "<SeqTp>ERST")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Schemas.validate("pain.008.001.02", bytes)).isInstanceOf(SAXParseException.class);
    }

    @ParameterizedTest
    @EnumSource(PainVersion.class)
    void its_sums_and_numbers_are_those_of_its_lines(PainVersion version) {
        Element root = Schemas.parse(PainWriter.write(file(version, "BDFEFRPPCCT", 40)));
        Schemas.check(root);
        assertThat(Schemas.texts(root, "SeqTp")).containsExactly("FRST", "RCUR", "OOFF", "FNAL");
        assertThat(Schemas.texts(root, "AmdmntInd")).hasSize(10);
        assertThat(Schemas.texts(root, version == PainVersion.V02 ? "BIC" : "BICFI"))
                .containsOnly("BDFEFRPPCCT");
    }

    private static PainFile file(PainVersion version, String bic, int lines) {
        DebitSettings settings = DebitSettings.of(new DebitSettings.Written(
                "OPAL – Habitat de l’Aisne",
                "1 place de la République, 02000 Laon",
                "FR97ZZZ640210",
                "FR7619999000010000012345602",
                bic,
                "{bail}-{n}",
                List.of(5),
                14,
                3,
                version.form(),
                true));
        List<PainFile.Line> all = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            all.add(new PainFile.Line(
                    UUID.randomUUID(),
                    "PRLV-20261207-%06d".formatted(i),
                    Money.ofCents(39_612 + i * 7L),
                    SEQUENCES.get(i % 4),
                    "B004821%d-1-%d".formatted(i, i),
                    LocalDate.of(2026, 11, 23),
                    "Élodie VASSEUR-ŒUVRÉ & fils n° " + i,
                    "12 rue des Tilleuls, 02000 Laon",
                    new Iban(IBANS.get(i % IBANS.size())),
                    i % 4 == 1,
                    "Loyer B0048213-1 <avis> & " + i));
        }
        return new PainFile(
                settings,
                "PRLV20261207-0123456789abcdef",
                Instant.parse("2026-11-23T10:00:00Z"),
                LocalDate.of(2026, 12, 7),
                all);
    }
}
