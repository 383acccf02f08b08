package fr.opalconnect.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import fr.opalconnect.Opal;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Open;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;
import org.springframework.modulith.core.DependencyType;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// The rules of docs/house.md that a machine can hold.
class HouseTest {
    private static final Path DOCUMENT = Path.of("docs/house.md");
    private static final ApplicationModules HOUSE = ApplicationModules.of(Opal.class);
    private static final List<JavaClass> CLASSES =
            HOUSE.stream().flatMap(module -> module.getBasePackage().stream()).toList();

    /// Modules whose every verb is about some tenant's data.
    private static final Set<String> TENANTS_DATA =
            Set.of("fr.opalconnect.account", "fr.opalconnect.conversation", "fr.opalconnect.document");

    /// What jobs and other modules ask, for whom nobody is signed in.
    private static final Set<String> FOR_MODULES =
            Set.of("ComingPayments", "DebitableTerms", "NoticesToTell", "SpreadAccounts");

    private static final Pattern TABLE = Pattern.compile(
            "(?:FROM|JOIN|INTO|UPDATE|TABLE|REFERENCES|TRUNCATE|COPY|ANALYZE|ON)\\s+(?:ONLY\\s+|IF (?:NOT )?EXISTS\\s+)?([a-z]+)\\.[a-z_]+");

    @Test
    void each_module_calls_only_the_floors_below_that_it_names() {
        HOUSE.verify();
    }

    @Test
    void a_closed_page_takes_who_is_signed_in_as_its_first_parameter() {
        List<String> unsure = CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(Controller.class) && !type.isAnnotatedWith(Open.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method ->
                        method.isMetaAnnotatedWith(RequestMapping.class) && !method.isAnnotatedWith(Open.class))
                .filter(method ->
                        !firstParameterIs(method, isDesk(method) ? SignedInStaff.class : SignedInTenant.class))
                .map(JavaMethod::getFullName)
                .toList();
        assertThat(unsure).as("pages that are closed but do not say for whom").isEmpty();
    }

    @Test
    void a_verb_on_a_tenants_data_takes_who_acts_as_its_first_parameter() {
        List<String> unsure = CLASSES.stream()
                .filter(type -> TENANTS_DATA.contains(type.getPackageName()))
                .filter(type -> type.isAnnotatedWith(Component.class)
                        && type.getModifiers().contains(JavaModifier.PUBLIC)
                        && !type.getSimpleName().endsWith("Intake")
                        // Modules that take money tell of it, and so do their jobs: nobody is signed in there.
                        && !FOR_MODULES.contains(type.getSimpleName()))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> !firstParameterIs(method, SignedInTenant.class)
                        && !firstParameterIs(method, SignedInStaff.class))
                .map(JavaMethod::getFullName)
                .toList();
        assertThat(unsure).isEmpty();
    }

    @Test
    void only_a_modules_own_classes_name_its_tables() throws IOException {
        assertThat(foreignTables(
                        Path.of("src/main/java/fr/opalconnect"),
                        ".java",
                        file -> file.getParent().getFileName().toString()))
                .isEmpty();
    }

    @Test
    void a_migration_touches_only_the_schema_that_its_name_says() throws IOException {
        assertThat(foreignTables(
                        Path.of("src/main/resources/db/migration"),
                        ".sql",
                        file -> file.getFileName().toString().replaceFirst("V[0-9]+__([a-z]+)_.*", "$1")))
                .isEmpty();
    }

    @Test
    void nothing_is_called_by_a_name_that_says_nothing() {
        Pattern empty = Pattern.compile(".*(Service|Manager|Helper|Utils?|Impl|Dto|Entity)");
        assertThat(CLASSES.stream().map(JavaClass::getSimpleName).filter(empty.asMatchPredicate()))
                .isEmpty();
    }

    @Test
    void no_class_needs_more_than_six_collaborators() {
        List<String> crowded = CLASSES.stream()
                .filter(type -> type.isMetaAnnotatedWith(Component.class))
                .flatMap(type -> type.getConstructors().stream())
                .filter(constructor -> constructor.getRawParameterTypes().size() > 6)
                .map(constructor -> constructor.getOwner().getName())
                .toList();
        assertThat(crowded).isEmpty();
    }

    @Test
    void no_file_is_longer_than_two_hundred_and_fifty_lines() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> long_ = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                long lines = Files.readAllLines(file).size();
                if (lines > 250) {
                    long_.add(file.getFileName() + ": " + lines);
                }
            }
            assertThat(long_).isEmpty();
        }
    }

    /// docs/house.md's map is drawn from the code. `-Dhouse.map=write` writes it; else it must be there already.
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

    private static boolean firstParameterIs(JavaMethod method, Class<?> wanted) {
        return !method.getRawParameterTypes().isEmpty()
                && method.getRawParameterTypes().getFirst().isEquivalentTo(wanted);
    }

    /// Below /bureau everything is for staff, elsewhere nothing is.
    private static boolean isDesk(JavaMethod method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method.reflect(), RequestMapping.class);
        return mapping != null && Stream.of(mapping.path()).anyMatch(SignedInStaff::isDesk);
    }

    private interface Owner {
        String of(Path file);
    }

    private static List<String> foreignTables(Path folder, String ending, Owner owner) throws IOException {
        Set<String> schemas = Set.copyOf(
                HOUSE.stream().map(module -> module.getIdentifier().toString()).toList());
        List<String> foreign = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                Matcher named = TABLE.matcher(Files.readString(file));
                while (named.find()) {
                    if (schemas.contains(named.group(1)) && !named.group(1).equals(owner.of(file))) {
                        foreign.add(file.getFileName() + " names " + named.group());
                    }
                }
            }
        }
        return foreign;
    }
}
