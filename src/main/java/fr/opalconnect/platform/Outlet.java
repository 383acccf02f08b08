package fr.opalconnect.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Gives one file to the landlord's ERP. The module that owns the table owns its outlet; the exchange numbers the
/// packages and writes them. Everything runs on the connection that is handed over.
public interface Outlet {
    /// The resource's name; its Table Schema lies in the exchange's `schemas/out` under that name.
    String file();

    /// The columns, as the Table Schema has them.
    List<String> columns();

    /// Puts what the ERP has not been told yet into the package of this number, in the caller's transaction.
    ///
    /// @return how many lines
    int assign(JdbcClient jdbc, long number);

    /// The lines of that package, always the same and in the same order, however often it is asked.
    List<List<@Nullable String>> rows(JdbcClient jdbc, long number);
}
