package fr.opalconnect.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may sit at the desk, from the terminal, on a database of its own.
class StaffCommandTest {
    @TempDir
    Path temp;

    private final StringWriter problems = new StringWriter();

    @AfterEach
    void loud() {
        Loud.again();
    }

    @Test
    void the_first_administrator_comes_from_the_terminal() {
        org.junit.jupiter.api.Assumptions.assumeTrue(DatabaseUrl.given() == null);
        String added = run(
                0,
                "add",
                "--site",
                "https://locataires.exemple.fr/",
                "--name",
                "Anne Caron",
                "--email",
                "anne@example.org",
                "--role",
                "administrator");
        assertThat(added)
                .contains("opens the desk to Anne Caron")
                .containsPattern("https://locataires\\.exemple\\.fr/bureau/invitation\\?jeton=[A-Za-z0-9_-]{43}");
        run(1, "add", "--name", "Anne Caron", "--email", "Anne@Example.org", "--role", "administrator");
        assertThat(problems.toString()).contains("has an account already");
        assertThat(run(0, "list")).contains("Anne Caron", "anne@example.org", "administrator");
        assertThat(run(0, "close", "--email", "anne@example.org")).contains("is closed");
    }

    @Test
    void who_types_something_else_is_told_so_before_anything_is_started() {
        run(1, "add", "--name", "X", "--email", "x@example.org", "--role", "chief");
        assertThat(problems.toString()).contains("There is no role chief");
        run(1, "add", "--name", "X", "--email", "x@example.org");
        assertThat(problems.toString()).contains("at least one --agency");
    }

    private String run(int code, String... call) {
        String[] all = new String[call.length + 3];
        all[0] = "staff";
        all[1] = "--data";
        all[2] = temp.resolve("data").toString();
        System.arraycopy(call, 0, all, 3, call.length);
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(Commands.run(all, new PrintWriter(problems))).isEqualTo(code);
        } finally {
            System.setOut(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
