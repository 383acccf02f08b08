package fr.opalconnect.access;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The numbers of all tenants who have activated their account, some at a time.
@Component
class LoginNumbers {
    private final JdbcClient jdbc;

    LoginNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> after(String number, int most) {
        return jdbc.sql("""
                        SELECT tenant_number FROM access.login WHERE tenant_number > :number
                        ORDER BY tenant_number LIMIT :most
                        """)
                .param("number", number)
                .param("most", most)
                .query(String.class)
                .list();
    }
}
