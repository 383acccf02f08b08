package fr.opalconnect;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Tables emptied while the program's own jobs may hold their rows. Where PostgreSQL ends the statement for a
/// deadlock's
/// sake it is begun again; where it ends the job, the job's next run does.
public final class Emptied {
    private static final int TRIES = 5;

    private Emptied() {}

    public static void by(JdbcClient jdbc, String... statements) {
        for (String statement : statements) {
            again(jdbc, statement, TRIES);
        }
    }

    private static void again(JdbcClient jdbc, String statement, int tries) {
        try {
            jdbc.sql(statement).update();
        } catch (PessimisticLockingFailureException e) {
            if (tries == 1) {
                throw e;
            }
            again(jdbc, statement, tries - 1);
        }
    }
}
