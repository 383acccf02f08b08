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

    int households(Area area) {
        return of(area, jdbc.sql("""
                        SELECT count(DISTINCT d.number) FROM tenancy.dwelling d
                        JOIN tenancy.lease l ON l.dwelling_number = d.number AND l.closed_at IS NULL
                             AND l.term = 'IN_ARREARS' AND (l.ends_on IS NULL OR l.ends_on >= current_date)
                        """ + OF_AREA)).query(Integer.class).single();
    }

    static JdbcClient.StatementSpec of(Area area, JdbcClient.StatementSpec asked) {
        return asked.param("agency", area.agencyCode())
                .param("city", area.city())
                .param("estate", area.estate())
                .param("building", area.building())
                .param("staircase", area.staircase());
    }
}
