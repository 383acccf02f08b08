package fr.opalconnect.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.opalconnect.TestDatabase;
import org.junit.jupiter.api.Test;

class DatabaseUrlTest {
    @Test
    void both_spellings_are_read() {
        assertThat(DatabaseUrl.of("postgresql://ann:s%40fe@db.example.org:5433/opal?sslmode=require"))
                .isEqualTo(
                        new DatabaseUrl("jdbc:postgresql://db.example.org:5433/opal?sslmode=require", "ann", "s@fe"));
        assertThat(DatabaseUrl.of("postgres://db/opal"))
                .isEqualTo(new DatabaseUrl("jdbc:postgresql://db/opal", "", ""));
        assertThat(DatabaseUrl.of("jdbc:postgresql://db/opal?user=ann"))
                .isEqualTo(new DatabaseUrl("jdbc:postgresql://db/opal?user=ann", "", ""));
    }

    @Test
    void anything_else_is_refused_without_telling_the_password() {
        for (String url :
                new String[] {"mysql://ann:secret@db/opal", "db.example.org", "postgresql:secret", "http://%%"}) {
            assertThatThrownBy(() -> DatabaseUrl.of(url))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("Write postgresql://")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void a_server_that_is_not_there_is_told_in_a_sentence() {
        assertThatCode(() -> DatabaseUrl.of(TestDatabase.create()).check()).doesNotThrowAnyException();
        assertThatThrownBy(() -> DatabaseUrl.of("postgresql://ann:secret@127.0.0.1:1/opal")
                        .check())
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("The PostgreSQL of OPAL_DATABASE_URL cannot be used: ")
                .hasMessageNotContaining("secret");
    }
}
