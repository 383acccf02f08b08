package fr.opalconnect.landlord;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the agencies and the advisers that are open.
@Component
class AgencyTable {
    private final JdbcClient jdbc;

    AgencyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Agency> agencies() {
        return jdbc.sql("""
                        SELECT code, name, phone, email, address, postcode, city, opening_hours
                        FROM landlord.agency WHERE closed_at IS NULL ORDER BY name
                        """).query(Agency.class).list();
    }

    List<Adviser> advisers() {
        return jdbc.sql("""
                        SELECT code, first_name, last_name, agency_code, email, phone
                        FROM landlord.adviser WHERE closed_at IS NULL ORDER BY last_name, first_name
                        """).query(Adviser.class).list();
    }
}
