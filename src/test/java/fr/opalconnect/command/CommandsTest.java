package fr.opalconnect.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever starts the program wrongly is told so in one sentence.
class CommandsTest {
    @TempDir
    Path temp;

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void embedded() {
        org.junit.jupiter.api.Assumptions.assumeTrue(DatabaseUrl.given() == null);
    }

    @AfterEach
    void loud() {
        Loud.again();
    }

    @Test
    void a_busy_port() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = Integer.toString(taken.getLocalPort());
            assertFails("Port " + port + " is already in use", "demo", "--port", port, "--data", temp.toString());
        }
    }

    @Test
    void a_port_that_does_not_exist() {
        assertFails("70000 is not a port", "demo", "--port", "70000", "--data", temp.toString());
    }

    @Test
    void a_data_folder_that_is_a_file() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");
        assertFails("cannot be written", "demo", "--port", "0", "--data", file.toString());
        assertFails(
                "cannot be written",
                "serve",
                "--port",
                "0",
                "--data",
                file.resolve("in").toString());
    }

    @Test
    void a_data_folder_of_another_postgresql() throws IOException {
        Files.createDirectories(temp.resolve("postgresql"));
        Files.writeString(temp.resolve("postgresql/PG_VERSION"), "15\n");
        assertFails(
                "was made by PostgreSQL 15, and this program brings PostgreSQL 18",
                "demo",
                "--port",
                "0",
                "--data",
                temp.toString());
    }

    @Test
    void a_data_folder_with_something_else_in_it() throws IOException {
        Files.createDirectories(temp.resolve("postgresql/letters"));
        assertFails("holds no PostgreSQL", "demo", "--port", "0", "--data", temp.toString());
    }

    @Test
    void a_data_folder_that_is_broken() throws IOException {
        Files.createDirectories(temp.resolve("postgresql"));
        Files.writeString(temp.resolve("postgresql/PG_VERSION"), "18\n");
        assertFails("PostgreSQL does not start", "demo", "--port", "0", "--data", temp.toString());
    }

    @Test
    void a_landlords_file_that_is_missing() {
        assertFails(
                "cannot be read",
                "demo",
                "--port",
                "0",
                "--landlord",
                temp.resolve("none").toString());
    }

    @Test
    void a_landlords_file_that_sets_what_nobody_reads() throws IOException {
        Path file = Files.writeString(temp.resolve("landlord.properties"), """
                opal.brand.product=Chez nous
                opal.brand.colour=#ffffff
                opal.brand.light.main=#0b5c6b
                opal.brand.light.middle=#0b5c6b
                opal.brand.hours.fr=le matin
                server.port=1
                """);
        assertFails(
                "sets opal.brand.colour, opal.brand.light.middle, server.port, which nobody reads",
                "demo",
                "--port",
                "0",
                "--landlord",
                file.toString());
    }

    @Test
    void a_brand_that_nobody_could_read() throws IOException {
        Path file = Files.writeString(temp.resolve("landlord.properties"), "opal.brand.light.main=#ffff00\n");
        assertFails(
                "The brand cannot be used",
                "demo",
                "--port",
                "0",
                "--data",
                temp.resolve("data").toString(),
                "--landlord",
                file.toString());
    }

    @Test
    void a_delta_in_which_nothing_changed() {
        assertFails(
                "ajoutez --change-share",
                "make-package",
                "--mode",
                "DELTA",
                temp.resolve("out").toString());
    }

    @Test
    void a_package_that_cannot_be_written() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");
        assertFails(
                "Le paquet ne peut pas être écrit dans " + file + " : il y a déjà un fichier de ce nom.",
                "make-package",
                "--leases",
                "1",
                "--months",
                "1",
                file.toString());
    }

    @Test
    void a_data_folder_that_may_not_be_written() throws IOException {
        Path closed = Files.createDirectories(temp.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        org.junit.jupiter.api.Assumptions.assumeFalse(Files.isWritable(closed), "root writes everywhere");
        assertFails("cannot be written", "import", "--data", closed.toString(), "x");
    }

    @Test
    void the_way_to_confirm_is_said_with_all_that_was_given() {
        assertThat(ImportCommand.confirming(Path.of("/var/lib/opal"), Path.of("/tmp/la nuit d’hier.zip")))
                .isEqualTo("./opal import --confirm --data /var/lib/opal '/tmp/la nuit d’hier.zip'");
    }

    @Test
    void all_commands_look_for_the_same_data_folder() {
        ImportCommand command = new ImportCommand();
        new picocli.CommandLine(command).parseArgs("x");
        assertThat(command.data).isEqualTo(DataFolder.usual());
    }

    @Test
    void a_demo_in_a_landlords_own_database() {
        String night = temp.resolve("night").toString();
        String data = temp.resolve("data").toString();
        assertThat(call("make-package", "--leases", "5", "--months", "1", night))
                .isZero();
        assertThat(call("import", "--data", data, night)).isZero();
        assertFails("already has a landlord, who is not the demonstration's", "demo", "--port", "0", "--data", data);
    }

    private int call(String... call) {
        return Commands.run(call, new PrintWriter(said));
    }

    @Test
    void help_is_had_either_way_round() {
        for (String[] asked : new String[][] {{"--help"}, {"demo", "--help"}, {"staff", "-h"}, {"help", "demo"}, {}}) {
            assertThat(call(asked)).as(String.join(" ", asked)).isZero();
        }
    }

    @Test
    void a_command_that_does_not_exist() {
        assertThat(Commands.run(new String[] {"demmo"}, new PrintWriter(said))).isEqualTo(2);
    }

    private void assertFails(String sentence, String... call) {
        said.getBuffer().setLength(0);
        int code = Commands.run(call, new PrintWriter(said));
        assertThat(said.toString()).contains(sentence).hasLineCount(1);
        assertThat(code).isEqualTo(1);
    }
}
