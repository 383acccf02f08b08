package fr.opalconnect.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reading CSV as exports really are.
class CsvReaderTest {
    @Test
    void cells_are_what_stands_between_the_delimiters() throws Exception {
        assertThat(read("a,b,c\n1,,3\n", ',')).containsExactly(List.of("a", "b", "c"), List.of("1", "", "3"));
    }

    @Test
    void the_last_line_needs_no_end() throws Exception {
        assertThat(read("a;b\n1;2", ';')).containsExactly(List.of("a", "b"), List.of("1", "2"));
    }

    @Test
    void a_carriage_return_belongs_to_the_end_of_the_line() throws Exception {
        assertThat(read("a,b\r\n1,\"2\"\r\n", ',')).containsExactly(List.of("a", "b"), List.of("1", "2"));
    }

    @Test
    void quotes_hold_delimiters_quotes_and_line_breaks() throws Exception {
        assertThat(read("\"a,b\",\"dit \"\"oui\"\"\",\"deux\nlignes\"\n", ','))
                .containsExactly(List.of("a,b", "dit \"oui\"", "deux\nlignes"));
    }

    @Test
    void a_quote_inside_a_cell_that_does_not_begin_with_one_is_a_character() throws Exception {
        assertThat(read("tube 5\" noir,x\n", ',')).containsExactly(List.of("tube 5\" noir", "x"));
    }

    @Test
    void blanks_around_a_value_are_not_part_of_it() throws Exception {
        assertThat(read("  a ,\" b \"\t,c  \n", ',')).containsExactly(List.of("a", "b", "c"));
    }

    @Test
    void empty_lines_are_passed_over_but_counted() throws Exception {
        CsvReader csv = reader("a\n\n\r\nb\n", ',');
        csv.next();
        csv.next();
        assertThat(csv.text(0)).isEqualTo("b");
        assertThat(csv.line()).isEqualTo(4);
    }

    @Test
    void lines_are_counted_as_an_editor_does() throws Exception {
        CsvReader csv = reader("a\n\"b\nb\nb\"\nc\n", ',');
        List<Integer> lines = new ArrayList<>();
        while (csv.next()) {
            lines.add(csv.line());
        }
        assertThat(lines).containsExactly(1, 2, 5);
    }

    @Test
    void text_after_a_closing_quote_is_a_fault_of_that_line_only() throws Exception {
        CsvReader csv = reader("\"a\"b,c\nd,e\n", ',');
        csv.next();
        assertThat(csv.fault()).contains("guillemet");
        csv.next();
        assertThat(csv.fault()).isNull();
        assertThat(csv.text(0)).isEqualTo("d");
    }

    @Test
    void a_quote_that_is_never_closed_says_where_it_was_opened() throws Exception {
        CsvReader csv = reader("a\nb\n\"c\nd\n", ',');
        csv.next();
        csv.next();
        assertThatThrownBy(csv::next).isInstanceOf(PackageRefused.class).hasMessageContaining("ligne 3");
    }

    @Test
    void a_record_beyond_all_measure_is_such_a_quote_too() throws Exception {
        CsvReader csv = reader("a\n\"" + "x\n".repeat(CsvReader.LONGEST_RECORD), ',');
        csv.next();
        assertThatThrownBy(csv::next).isInstanceOf(PackageRefused.class).hasMessageContaining("ligne 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 4096})
    void it_does_not_matter_in_which_portions_the_bytes_come(int portion) throws Exception {
        StringBuilder text = new StringBuilder();
        List<List<String>> expected = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            text.append(i).append(",\"v").append(i).append("\n,\"\"").append(i).append("\",é\r\n");
            expected.add(List.of("" + i, "v" + i + "\n,\"" + i, "é"));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        InputStream slow = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] to, int offset, int length) {
                return super.read(to, offset, Math.min(length, portion));
            }
        };
        assertThat(records(new CsvReader(slow, (byte) ',', (byte) '"'))).isEqualTo(expected);
    }

    @Test
    void a_line_that_is_too_long_is_called_so_and_a_quote_is_blamed_only_where_there_is_one() {
        String much = "x".repeat(2 * CsvReader.LONGEST_RECORD);
        assertThatThrownBy(() -> read("un,deux\n" + much, ','))
                .hasMessage("la ligne 2 est trop longue : au plus 1 Mo est lu");
        assertThatThrownBy(() -> read("un,\"deux\ntrois\",\"" + much, ','))
                .hasMessage("la ligne 1 est trop longue : au plus 1 Mo est lu ; sans doute un guillemet ouvert à la "
                        + "ligne 2 n’est jamais refermé");
        assertThatThrownBy(() -> read("un,deux\n1,\"2\n3,4\n", ','))
                .hasMessage("un guillemet ouvert à la ligne 2 n’est jamais refermé");
    }

    @Test
    void more_cells_than_anyone_expects_are_read_all_the_same() throws Exception {
        assertThat(read("x,".repeat(99) + "x\n", ',').getFirst()).hasSize(100);
    }

    @Test
    void equal_lines_have_equal_fingerprints_and_others_have_not() throws Exception {
        CsvReader csv = reader("un,deux\nun,deux\nun,deuz\nun,deux \n", ',');
        List<Long> prints = new ArrayList<>();
        while (csv.next()) {
            prints.add(csv.fingerprint());
        }
        assertThat(prints.get(0)).isEqualTo(prints.get(1));
        assertThat(prints.subList(1, 4)).doesNotHaveDuplicates();
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_name() throws Exception {
        byte[] bytes = "\uFEFFcode,nom\n".getBytes(StandardCharsets.UTF_8);
        InputStream in = Utf8Input.of(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
        assertThat(records(new CsvReader(in, (byte) ',', (byte) '"'))).containsExactly(List.of("code", "nom"));
    }

    @Test
    void windows_1252_is_read_as_what_it_means() throws Exception {
        Charset windows = Charset.forName("windows-1252");
        byte[] bytes = "Gœury;12 €;l’été\n".repeat(20_000).getBytes(windows);
        InputStream in = Utf8Input.of(new ByteArrayInputStream(bytes), windows);
        List<List<String>> records = records(new CsvReader(in, (byte) ';', (byte) '"'));
        assertThat(records).hasSize(20_000).containsOnly(List.of("Gœury", "12 €", "l’été"));
    }

    private static List<List<String>> read(String text, char delimiter) throws IOException, PackageRefused {
        return records(reader(text, delimiter));
    }

    private static CsvReader reader(String text, char delimiter) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new CsvReader(new ByteArrayInputStream(bytes), (byte) delimiter, (byte) '"');
    }

    private static List<List<String>> records(CsvReader csv) throws IOException, PackageRefused {
        List<List<String>> records = new ArrayList<>();
        while (csv.next()) {
            csv.unquote();
            List<String> cells = new ArrayList<>();
            for (int cell = 0; cell < csv.cells(); cell++) {
                cells.add(csv.text(cell));
            }
            records.add(cells);
        }
        return records;
    }
}
