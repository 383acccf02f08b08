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

/// Looks into the search entries, always within the agencies of who asks. Running leases come first.
@Component
class SearchTable {
    private static final String ENTRY = """
            SELECT tenant_number, lease_number, running, name, occupant FROM tenancy.search_entry
            WHERE (:all OR agency_code = ANY(:agencies)) AND
            """;

    /// Names that begin so, in their order: the ended leases only when the running ones do not fill the page.
    private static final String NAMED = """
            (%1$s running AND name >= :beginning AND name < :beginning || U&'\\FFFF' ORDER BY name LIMIT :most)
            UNION ALL
            (%1$s NOT running AND name >= :beginning AND name < :beginning || U&'\\FFFF' ORDER BY name LIMIT :most)
            LIMIT :most
            """.formatted(ENTRY);

    /// In the index, and then in the row: the index may be asked for less than was typed.
    private static final String MATCH =
            "found_by @@ cast(:query AS tsquery) AND ts_match_vq(found_by, cast(:asked AS tsquery))";

    /// One look at the index, put in order: those whose name it is before those whose street it is. Of a crowd only
    /// some are looked at. Should the running leases among those not fill the page, they are looked for first: as a
    /// number, which no index but that of the lexemes fits.
    private static final String MATCHING = """
            (SELECT * FROM matched WHERE NOT (SELECT crowded FROM look)
             ORDER BY running DESC, :named <> '' AND name ~ :named DESC, name LIMIT :most)
            UNION ALL
            (%1$s %2$s AND running::int = 1 AND (SELECT crowded FROM look) LIMIT :most)
            UNION ALL
            (%1$s %2$s AND running::int = 0 AND (SELECT crowded FROM look) LIMIT :most)
            LIMIT :most
            """.formatted(ENTRY, MATCH);

    private static final String MATCHED = """
            matched AS MATERIALIZED (%s %s LIMIT :crowd),
            look AS (SELECT count(*) = :crowd AND count(*) FILTER (WHERE running) < :page AS crowded FROM matched),
            """.formatted(ENTRY, MATCH);

    private static final int CROWD = 100;

    private final JdbcClient jdbc;

    SearchTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// For this transaction. How many rows an odd number will meet, PostgreSQL can only guess; it guesses thousands,
    /// and would read the whole table, or all that is in the order of names, to find the first thirty of them where
    /// there is one, or none. Lexemes are looked up in their own index alone, and that one is read as a bitmap.
    ///
    /// @param inOrder whether an index may be read in its order
    void keepToTheIndexes(boolean inOrder) {
        jdbc.sql("SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', :inOrder, true)")
                .param("inOrder", inOrder ? "on" : "off")
                .query((row, index) -> row.getString(1))
                .single();
    }

    /// Names that begin so, in their order.
    List<SearchHit> named(SignedInStaff who, String beginning, int most) {
        return hits(who, "", NAMED, most)
                .param("beginning", beginning)
                .query((row, index) -> read(row))
                .list();
    }

    /// Entries with these lexemes.
    ///
    /// @param query a `tsquery`
    /// @param named what the names look like that come first; empty where that does not matter
    List<SearchHit> matching(SignedInStaff who, String query, String named, int most) {
        return hits(who, MATCHED, MATCHING, most)
                .param(
                        "query",
                        who.seesAllAgencies() ? query : "(" + SearchTerms.narrow(query) + ") & " + agencies(who))
                .param("asked", query)
                .param("named", named)
                .param("crowd", CROWD)
                .param("page", Search.MOST + 1)
                .query((row, index) -> read(row))
                .list();
    }

    /// How many other tenants have this number, whatever their agency.
    ///
    /// @param digits as `tenancy.phone_digits` makes them
    int countWithPhone(String digits, TenantNumber but) {
        return jdbc.sql("""
                        SELECT count(DISTINCT tenant_number) FROM tenancy.search_entry
                        WHERE found_by @@ cast(:query AS tsquery) AND tenant_number <> :but AND NOT occupant
                        """)
                .param("query", SearchTerms.lexeme("p" + digits, false))
                .param("but", but.value())
                .query(Integer.class)
                .single();
    }

    /// The words that are known and begin with each of these; one that more words begin with is left out.
    Map<String, List<String>> begun(List<String> typed, int most) {
        return words(typed, most + 1, """
                SELECT word FROM tenancy.search_word
                WHERE word > typed.word AND word < typed.word || U&'\\FFFF' LIMIT :most""").entrySet().stream()
                .filter(each -> each.getValue().size() <= most)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The words that are known and look most like each of these.
    Map<String, List<String>> near(List<String> typed, int most) {
        return words(typed, most, "SELECT word FROM tenancy.words_near(typed.word, :most) near(word)");
    }

    private Map<String, List<String>> words(List<String> typed, int most, String others) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        jdbc.sql("SELECT typed.word, ARRAY(" + others + ") AS others FROM unnest(:typed) typed(word)")
                .param("typed", typed.toArray(String[]::new))
                .param("most", most)
                .query((ResultSet row) -> {
                    words.put(row.getString("word"), List.of((String[])
                            row.getArray("others").getArray()));
                });
        return words;
    }

    private JdbcClient.StatementSpec hits(SignedInStaff who, String before, String found, int most) {
        return jdbc.sql("WITH " + before + " found AS (" + found + ")" + """
            SELECT f.running, f.name, t.number, t.title, t.first_name, t.last_name, coalesce(c.mobile, t.mobile) AS mobile,
                   t.email, f.lease_number, d.number AS dwelling, d.type, d.building, d.estate, d.address, d.postcode,
                   d.city, d.agency_code,
                   CASE WHEN f.occupant THEN (SELECT h.tenant_number FROM tenancy.lease_holder h
                                              WHERE h.lease_number = f.lease_number AND h.closed_at IS NULL
                                                    AND h.role <> 'OCCUPANT'
                                              ORDER BY h.role DESC, h.tenant_number LIMIT 1) END AS holder
            FROM found f
            JOIN tenancy.tenant t ON t.number = f.tenant_number
            JOIN tenancy.lease l ON l.number = f.lease_number
            JOIN tenancy.dwelling d ON d.number = l.dwelling_number
            LEFT JOIN tenancy.phone_correction c ON c.tenant_number = t.number AND c.state = 'OPEN'
            WHERE NOT f.occupant OR EXISTS (SELECT FROM tenancy.lease_holder h
                                            WHERE h.lease_number = f.lease_number AND h.closed_at IS NULL
                                                  AND h.role <> 'OCCUPANT')
            ORDER BY f.running DESC, f.name, f.lease_number DESC
            """)
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
        String holder = row.getString("holder");
        return new SearchHit(
                new TenantNumber(row.getString("number")),
                holder == null ? null : new TenantNumber(holder),
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
