package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.DwellingNumber;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TenantNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Looks into the search entries, always within the agencies of who asks. Running leases first: the ended ones are
/// only looked for when those do not fill the page.
@Component
class SearchTable {
    private static final String ENTRY = """
            (SELECT tenant_number, lease_number, running, name FROM tenancy.search_entry
             WHERE %s running AND %s (:all OR agency_code = ANY(:agencies)) %s LIMIT :most)
            """;

    private final JdbcClient jdbc;

    SearchTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// For this transaction. How many rows an odd number will meet, PostgreSQL can only guess; it guesses thousands,
    /// and would read the whole table, or all that is in the order of names, to find the first thirty of them where
    /// there is one, or none. Lexemes are looked up in their own index alone, and that one is read as a bitmap.
    ///
    /// @param inOrder whether an index may be read in its order
    private void keepToTheIndexes(boolean inOrder) {
        jdbc.sql("SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', :inOrder, true)")
                .param("inOrder", inOrder ? "on" : "off")
                .query((row, index) -> row.getString(1))
                .single();
    }

    /// Names that begin so, in their order.
    List<SearchHit> named(SignedInStaff who, String beginning, int most) {
        keepToTheIndexes(true);
        return hits(who, "name >= :beginning AND name < :beginning || U&'\\FFFF' AND", "ORDER BY name", most)
                .param("beginning", beginning)
                .query((row, index) -> read(row))
                .list();
    }

    /// Entries with these lexemes.
    ///
    /// @param query a `tsquery`
    List<SearchHit> matching(SignedInStaff who, String query, int most) {
        keepToTheIndexes(false);
        return hits(who, "found_by @@ cast(:query AS tsquery) AND", "", most)
                .param("query", who.seesAllAgencies() ? query : "(" + query + ") & " + agencies(who))
                .query((row, index) -> read(row))
                .list();
    }

    /// How many other tenants have this number, whatever their agency.
    ///
    /// @param digits as `tenancy.phone_digits` makes them
    int countWithPhone(String digits, TenantNumber but) {
        return jdbc.sql("""
                        SELECT count(DISTINCT tenant_number) FROM tenancy.search_entry
                        WHERE found_by @@ cast(:query AS tsquery) AND tenant_number <> :but
                        """)
                .param("query", SearchTerms.lexeme("p" + digits, false))
                .param("but", but.value())
                .query(Integer.class)
                .single();
    }

    /// The words that are known and look most like each of these.
    Map<String, List<String>> near(List<String> typed, int most) {
        keepToTheIndexes(true);
        Map<String, List<String>> near = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT typed.word AS typed, near.word
                        FROM unnest(:typed) typed(word)
                        CROSS JOIN LATERAL tenancy.words_near(typed.word, :most) near(word)
                        """)
                .param("typed", typed.toArray(String[]::new))
                .param("most", most)
                .query((row, index) -> Map.entry(row.getString("typed"), row.getString("word")))
                .list()
                .forEach(pair -> near.computeIfAbsent(pair.getKey(), key -> new java.util.ArrayList<>())
                        .add(pair.getValue()));
        return near;
    }

    private JdbcClient.StatementSpec hits(SignedInStaff who, String condition, String order, int most) {
        String running = ENTRY.formatted("", condition, order);
        String ended = ENTRY.formatted("NOT", condition, order);
        return jdbc.sql("""
            WITH found AS (%s)
            SELECT f.running, f.name, t.number, t.title, t.first_name, t.last_name, coalesce(c.mobile, t.mobile) AS mobile,
                   t.email, f.lease_number, d.number AS dwelling, d.type, d.building, d.estate, d.address, d.postcode,
                   d.city, d.agency_code
            FROM found f
            JOIN tenancy.tenant t ON t.number = f.tenant_number
            JOIN tenancy.lease l ON l.number = f.lease_number
            JOIN tenancy.dwelling d ON d.number = l.dwelling_number
            LEFT JOIN tenancy.phone_correction c ON c.tenant_number = t.number AND c.state = 'OPEN'
            ORDER BY f.running DESC, f.name, f.lease_number DESC
            """.formatted(running + " UNION ALL " + ended + " LIMIT :most"))
                .param("all", who.seesAllAgencies())
                .param("agencies", who.agencies().toArray(String[]::new))
                .param("most", most);
    }

    /// In the query too: so the index leaves other agencies' tenants out before a row is read.
    private static String agencies(SignedInStaff who) {
        return who.agencies().isEmpty()
                ? "'-'"
                : who.agencies().stream()
                        .map(agency -> SearchTerms.lexeme("a" + agency, false))
                        .collect(Collectors.joining(" | ", "(", ")"));
    }

    private static SearchHit read(ResultSet row) throws SQLException {
        return new SearchHit(
                new TenantNumber(row.getString("number")),
                row.getString("title"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("mobile"),
                row.getString("email"),
                new LeaseNumber(row.getString("lease_number")),
                row.getBoolean("running"),
                new DwellingNumber(row.getString("dwelling")),
                row.getString("type"),
                row.getString("building"),
                row.getString("estate"),
                row.getString("address"),
                row.getString("postcode"),
                row.getString("city"),
                row.getString("agency_code"),
                SearchHit.Match.NAME);
    }
}
