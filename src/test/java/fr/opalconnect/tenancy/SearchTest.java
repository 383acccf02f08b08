package fr.opalconnect.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.tenancy.SearchHit.Match;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The desk's search, over the demo landlord's six hundred dwellings.
@WholeApplication
class SearchTest {
    private static final SignedInStaff EVERYWHERE = staff(StaffRole.ADMINISTRATOR);
    private static final SignedInStaff AT_LAON = staff(StaffRole.ADVISER, "LAO");
    private static final SignedInStaff AT_SOISSONS = staff(StaffRole.ADVISER, "SOI");

    @Autowired
    private Search search;

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(imports);
    }

    @ParameterizedTest
    @CsvSource({
        "benali nadia, NADIA_BENALI, NAME",
        "Nadia BENALI, NADIA_BENALI, NAME",
        "bena nad, NADIA_BENALI, NAME",
        "elodie vasseur, ELODIE_VASSEUR, NAME",
        "ÉLODIE VASSEUR, ELODIE_VASSEUR, NAME",
        "marchand jean-pierre, JEAN_PIERRE_MARCHAND, NAME",
        "Marchand Jean Pierre, JEAN_PIERRE_MARCHAND, NAME",
        "marchand jeanpierre, JEAN_PIERRE_MARCHAND, NAME",
        "48213, NADIA_BENALI, TENANT_NUMBER",
        "n° 00 482.13, NADIA_BENALI, TENANT_NUMBER",
        "L0048213, NADIA_BENALI, TENANT_NUMBER",
        "0214-02-204, NADIA_BENALI, DWELLING_NUMBER",
        "0214 02 204, NADIA_BENALI, DWELLING_NUMBER",
        "B0048213-1, NADIA_BENALI, LEASE_NUMBER",
        "06 41 20, NADIA_BENALI, PHONE",
        "+33 6 41 20 77 42, NADIA_BENALI, PHONE",
        "0033641207742, NADIA_BENALI, PHONE",
        "20 77 42, NADIA_BENALI, PHONE",
        "0692 00 01 74, MARIE_ANGE_HOARAU, PHONE",
        "nadia.benali@example, NADIA_BENALI, EMAIL",
        "benali 12 rue marcel bleuet laon, NADIA_BENALI, NAME",
        "benali champagne, NADIA_BENALI, NAME",
    })
    void any_spelling_finds(String typed, Cast who, Match why) {
        assertThat(search.find(EVERYWHERE, typed).hits()).as(typed).first().satisfies(hit -> {
            assertThat(hit.tenant()).isEqualTo(who.tenant());
            assertThat(hit.match()).isEqualTo(why);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Benlai Nadia, NADIA_BENALI",
        "Bennali Nadia, NADIA_BENALI",
        "benali nadja, NADIA_BENALI",
        "Diallo Fatoumatta, FATOUMATA_DIALLO",
        "Hoareau, MARIE_ANGE_HOARAU",
        "lefebvre kevin faubourg, KEVIN_LEFEVRE",
    })
    void a_slip_of_the_finger_finds_all_the_same(String typed, Cast who) {
        assertThat(search.find(EVERYWHERE, typed).hits())
                .anySatisfy(hit -> assertThat(hit.tenant()).isEqualTo(who.tenant()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "benali nadia",
                "48213",
                "0214-02-204",
                "06 41 20 77 42",
                "nadia.benali@example.org",
                "benlai nadia"
            })
    void another_agencys_tenant_is_not_found(String typed) {
        assertThat(tenants(AT_LAON, typed)).contains(Cast.NADIA_BENALI.tenant());
        assertThat(tenants(AT_SOISSONS, typed)).doesNotContain(Cast.NADIA_BENALI.tenant());
        assertThat(tenants(staff(StaffRole.ADVISER), typed)).isEmpty();
    }

    @Test
    void an_agency_named_like_a_query_opens_nothing() {
        assertThat(tenants(staff(StaffRole.ADVISER, "x' | 'wbenali"), "48213")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"' | 'wbenali", "a' & !'b", "\\", "'", "(", ":*", "benali'", "🙂", "\u0000x", "%%%"})
    void nothing_that_is_typed_breaks_it(String typed) {
        assertThat(search.find(EVERYWHERE, typed).hits().size()).isLessThanOrEqualTo(Search.MOST);
    }

    @Test
    void leases_that_have_ended_come_after_those_that_run() {
        List<SearchHit> hits = search.find(EVERYWHERE, "martin").hits();

        assertThat(hits).hasSizeGreaterThan(3);
        assertThat(hits.stream().map(SearchHit::running)).isSortedAccordingTo((a, b) -> Boolean.compare(b, a));
    }

    @Test
    void a_whole_number_comes_first_even_when_its_lease_has_ended() {
        SearchHit first = search.find(EVERYWHERE, "57318").hits().getFirst();

        assertThat(first.tenant()).isEqualTo(Cast.ELODIE_VASSEUR.tenant());
        assertThat(first.running()).isFalse();
    }

    @Test
    void an_occupant_is_found_and_leads_to_the_file_of_who_holds_the_lease() {
        String occupant = jdbc.sql("SELECT tenant_number FROM tenancy.lease_holder WHERE role = 'OCCUPANT'"
                        + " AND closed_at IS NULL ORDER BY tenant_number LIMIT 1")
                .query(String.class)
                .single();

        SearchHit hit = search.find(EVERYWHERE, occupant).hits().getFirst();

        assertThat(hit.tenant().value()).isEqualTo(occupant);
        assertThat(hit.isOccupant()).isTrue();
        assertThat(jdbc.sql(
                                "SELECT role FROM tenancy.lease_holder WHERE tenant_number = :tenant AND lease_number = :lease")
                        .param("tenant", hit.file().value())
                        .param("lease", hit.lease().value())
                        .query(String.class)
                        .single())
                .isEqualTo("HOLDER");
        assertThat(search.find(EVERYWHERE, "benali nadia").hits().getFirst().isOccupant())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "1", "-"})
    void what_would_find_everybody_is_not_looked_for(String typed) {
        assertThat(search.find(EVERYWHERE, typed).tooShort()).isTrue();
    }

    @Test
    void a_page_is_never_longer_than_thirty_and_says_that_there_are_more() {
        String city = jdbc.sql("SELECT city FROM tenancy.dwelling GROUP BY city ORDER BY count(*) DESC LIMIT 1")
                .query(String.class)
                .single();

        Search.Found found = search.find(EVERYWHERE, city);

        assertThat(found.hits()).hasSize(Search.MOST);
        assertThat(found.more()).isTrue();
    }

    @Test
    void a_beginning_is_asked_as_the_words_that_begin_so() {
        SearchTerms terms = SearchTerms.of("bena nad");

        assertThat(terms.beginning(Map.of("bena", List.of("benali", "benard"))))
                .isEqualTo("('wbena' | 'wbenali' | 'wbenard') & ('xnad')");
        assertThat(terms.beginning(Map.of())).isEqualTo("('wbena':*) & ('xnad')");
        assertThat(SearchTerms.narrow(terms.beginning(Map.of()))).isEqualTo("('xben') & ('xnad')");
        assertThat(SearchTerms.narrow("('p0641':* | 'w0641')")).isEqualTo("('p0641':* | 'w0641')");
    }

    /// Where more words begin so than are asked one by one, an agency's index is asked for three letters, and the rows
    /// for all.
    @Test
    void an_open_beginning_finds_the_same_within_an_agency() {
        jdbc.sql("INSERT INTO tenancy.search_word SELECT 'bena' || chr(97 + i) || 'zz' FROM generate_series(0, 24) i")
                .update();
        try {
            assertThat(tenants(AT_LAON, "nadia bena")).containsExactly(Cast.NADIA_BENALI.tenant());
            assertThat(tenants(EVERYWHERE, "nadia bena")).containsExactly(Cast.NADIA_BENALI.tenant());
        } finally {
            Emptied.by(jdbc, "DELETE FROM tenancy.search_word WHERE word ~ '^bena.zz$'");
        }
    }

    /// Else they would not be found by their beginning.
    @Test
    void every_word_that_somebody_is_found_by_is_known() {
        assertThat(jdbc.sql("""
                                SELECT DISTINCT substr(lexeme, 2) FROM tenancy.search_entry, unnest(found_by)
                                WHERE lexeme ~ '^w[a-z]{3,}$' EXCEPT SELECT word FROM tenancy.search_word
                                """).query(String.class).list()).isEmpty();
    }

    @Test
    void java_and_postgresql_read_the_same_words() {
        String letters = jdbc.sql("""
                        SELECT string_agg('b' || chr(i) || 'd', ' ' ORDER BY i) FROM generate_series(192, 382) i
                        WHERE chr(i) NOT IN ('×', '÷', 'ĸ', 'ŉ', 'Ŋ', 'ŋ', 'Ĳ', 'ĳ', 'Ŀ', 'ŀ', 'ſ')
                        """).query(String.class).single();
        for (String word : (letters + " Jean-Pierre O’Brien d'Anizy L'Haÿ 12bis œuvre").split(" ", -1)) {
            String[] sql = jdbc.sql("SELECT tenancy.search_words(:word)")
                    .param("word", word)
                    .query((row, index) -> (String[]) row.getArray(1).getArray())
                    .single();
            assertThat(Words.of(word)).as(word).containsExactly(sql);
        }
    }

    @Test
    void phone_numbers_are_compared_alike_in_java_and_postgresql() {
        for (String written : List.of(
                "06.41.20.77.42", "+33 (0)6 41 20 77 42", "0033641207742", "+262 692 00 01 74", "+32 470 12 34 56")) {
            String sql = jdbc.sql("SELECT tenancy.phone_digits(:written)")
                    .param("written", written)
                    .query(String.class)
                    .single();
            assertThat(new SearchTerms(List.of(), written, "").digits()).isEqualTo(sql);
        }
    }

    private List<TenantNumber> tenants(SignedInStaff who, String typed) {
        return search.find(who, typed).hits().stream().map(SearchHit::tenant).toList();
    }

    private static SignedInStaff staff(StaffRole role, String... agencies) {
        return new SignedInStaff(UUID.randomUUID(), "Claire Lemoine", role, List.of(agencies), null, UUID.randomUUID());
    }
}
