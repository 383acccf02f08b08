package fr.opalconnect.platform;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes one file of the landlord's ERP into one table. The module that owns the table owns its intake; the exchange
/// only decides when. Everything runs on the connection that is handed over, because that one holds the import's lock
/// and transaction.
public interface Intake {
    /// Which file, which table, which column from which.
    Mapping mapping();

    /// Writes to [Staged#rejects()] what the table's owner alone can tell is wrong. Called again until it finds no
    /// more,
    /// because a line that goes may take others with it.
    default void check(JdbcClient jdbc, Staged staged) {}

    /// Nothing of the package is in place yet; what was staged says which rows will differ. Called in the import's
    /// transaction, also for packages without the file.
    default void merging(JdbcClient jdbc, Staged staged) {}

    /// Every file of the package is in place; what was staged still says which rows differed. Called in the import's
    /// transaction.
    default void merged(JdbcClient jdbc, Staged staged) {}

    /// The tables now say what the ERP knew at that moment. Called in the import's transaction.
    default void standsAt(JdbcClient jdbc, Instant created) {}
}
