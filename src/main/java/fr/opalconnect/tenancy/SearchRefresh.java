package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.TenantNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Works out anew what one tenant is found by.
@Component
class SearchRefresh {
    private final JdbcClient jdbc;

    SearchRefresh(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void of(TenantNumber tenant) {
        new SearchEntries(jdbc).refresh(tenant);
    }
}
