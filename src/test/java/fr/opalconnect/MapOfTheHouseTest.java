package fr.opalconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;
import org.springframework.modulith.core.DependencyType;

/// Draws docs/house.md's map from the code. `-Dhouse.map=write` writes it; else it must be there already.
class MapOfTheHouseTest {
    private static final Path DOCUMENT = Path.of("docs/house.md");
    private static final ApplicationModules HOUSE = ApplicationModules.of(Opal.class);

    @Test
    void the_map_in_the_documentation_is_the_house_as_it_stands() throws IOException {
        String document = Files.readString(DOCUMENT);
        String drawn =
                document.replaceFirst("(?s)<!-- map -->.*<!-- /map -->", "<!-- map -->\n" + map() + "<!-- /map -->");
        if ("write".equals(System.getProperty("house.map"))) {
            Files.writeString(DOCUMENT, drawn);
        } else {
            assertThat(document).as("run ./opal test -Dhouse.map=write").isEqualTo(drawn);
        }
    }

    /// A Mermaid graph of the arrows that the code really has; kernel, ui and platform are under everything.
    private static String map() {
        TreeSet<String> arrows = new TreeSet<>();
        HOUSE.stream()
                .forEach(module ->
                        module.getDependencies(HOUSE, DependencyDepth.IMMEDIATE, DependencyType.values()).stream()
                                .map(dependency -> dependency
                                        .getTargetModule()
                                        .getIdentifier()
                                        .toString())
                                .filter(target -> !target.matches("kernel|ui|platform"))
                                .forEach(target -> arrows.add("  " + module.getIdentifier() + " --> " + target)));
        return "```mermaid\ngraph TD\n" + String.join("\n", arrows) + "\n```\n";
    }
}
