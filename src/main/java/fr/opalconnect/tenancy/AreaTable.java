package fr.opalconnect.tenancy;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads which estates, buildings and staircases there are.
@Component
class AreaTable {
    /// Of the dwellings `d`, those in an area: [#of] fills it in.
    static final String OF_AREA = """
            WHERE d.closed_at IS NULL
                  AND (cast(:agency AS text) IS NULL OR d.agency_code = :agency)
                  AND (cast(:city AS text) IS NULL OR d.city = :city)
                  AND (cast(:estate AS text) IS NULL OR d.estate = :estate)
                  AND (cast(:building AS text) IS NULL OR d.building = :building)
                  AND (cast(:staircase AS text) IS NULL OR d.staircase = :staircase)
            """;

    /// Who holds a lease `l` that runs now in an area, as the holders `h`; of car parks and cellars too: who rents only
    /// a place in the yard wants to know that the yard is dug up.
    static final String HELD_IN_AREA = """
            FROM tenancy.dwelling d
            JOIN tenancy.lease l ON l.dwelling_number = d.number AND l.closed_at IS NULL
                 AND l.starts_on <= current_date AND (l.ends_on IS NULL OR l.ends_on >= current_date)
            JOIN tenancy.lease_holder h ON h.lease_number = l.number AND h.closed_at IS NULL
                 AND h.role IN ('HOLDER', 'CO_HOLDER')
            JOIN tenancy.tenant t ON t.number = h.tenant_number AND t.closed_at IS NULL
            """ + OF_AREA;

    private final JdbcClient jdbc;

    AreaTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Area> of(String agency) {
        return jdbc.sql("""
                        SELECT agency_code, city, estate, building, staircase FROM (
                            SELECT DISTINCT agency_code, city, estate, NULL AS building, NULL AS staircase
                            FROM tenancy.dwelling
                            WHERE agency_code = :agency AND estate IS NOT NULL AND closed_at IS NULL
                            UNION
                            SELECT DISTINCT agency_code, city, estate, building, NULL FROM tenancy.dwelling
                            WHERE agency_code = :agency AND estate IS NOT NULL AND building IS NOT NULL
                                  AND closed_at IS NULL
                            UNION
                            SELECT DISTINCT agency_code, city, estate, building, staircase FROM tenancy.dwelling
                            WHERE agency_code = :agency AND estate IS NOT NULL AND building IS NOT NULL
                                  AND staircase IS NOT NULL AND closed_at IS NULL) areas
                        ORDER BY city, estate, building NULLS FIRST, staircase NULLS FIRST
                        """).param("agency", agency).query(Area.class).list();
    }

    /// Those who hold a lease together are one, with all that either of them holds.
    int households(Area area) {
        return of(area, jdbc.sql("""
                        WITH held AS (
                            SELECT l.number AS lease, h.tenant_number AS tenant,
                                   min(h.tenant_number) OVER (PARTITION BY l.number) AS first
                        """ + HELD_IN_AREA + """
                        ), joined AS (SELECT lease, min(first) OVER (PARTITION BY tenant) AS first FROM held)
                        SELECT count(DISTINCT first) FROM (SELECT min(first) AS first FROM joined GROUP BY lease) one
                        """)).query(Integer.class).single();
    }

    static JdbcClient.StatementSpec of(Area area, JdbcClient.StatementSpec asked) {
        return asked.param("agency", area.agencyCode())
                .param("city", area.city())
                .param("estate", area.estate())
                .param("building", area.building())
                .param("staircase", area.staircase());
    }
}
