package fr.opalconnect.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EntryKindTest {
    @Test
    void every_nature_that_the_table_schema_allows_has_its_own_plain_words() throws IOException {
        String schema = Files.readString(Path.of("src/main/resources/fr/opalconnect/exchange/schemas/ecritures.json"));
        String natures = schema.substring(schema.indexOf("\"enum\""), schema.indexOf(']', schema.indexOf("\"enum\"")));
        List<String> allowed = Pattern.compile("\"([A-Z_]+)\"")
                .matcher(natures)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(allowed).contains("LOYER");
        assertThat(Arrays.stream(EntryKind.values()).map(Enum::name)).containsAll(allowed);
    }
}
