package fr.opalconnect.landlord;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.Emptied;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.ui.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplication
class StaffDirectoryTest {
    private static final String AGENCY = "DIRECTORY";

    @Autowired
    private StaffDirectory directory;

    @Autowired
    private Staffing staffing;

    @Autowired
    private JdbcClient jdbc;

    private final LocalDate today = LocalDate.now(Texts.ZONE);

    @BeforeEach
    void nobody() {
        jdbc.sql("UPDATE landlord.staff SET stand_in = NULL WHERE email LIKE '%@directory.example'")
                .update();
        Emptied.by(jdbc, "DELETE FROM landlord.staff WHERE email LIKE '%@directory.example'");
    }

    @Test
    void finds_somebody_by_id_address_and_adviser_code() {
        StaffMember claire = add("Claire", StaffRole.ADVISER, "DIR01");
        assertThat(directory.find(claire.id())).isEqualTo(claire);
        assertThat(directory.byEmail(" CLAIRE@directory.example ")).isEqualTo(claire);
        assertThat(directory.adviser("DIR01")).isEqualTo(claire);
        assertThat(directory.adviser("DIR02")).isNull();
    }

    @Test
    void knows_who_answers_an_agencys_tenants() {
        add("Claire", StaffRole.ADVISER, null);
        add("Bernard", StaffRole.AGENCY_MANAGER, null);
        add("Anne", StaffRole.ADMINISTRATOR, null);
        assertThat(directory.of(AGENCY)).extracting(StaffMember::name).containsExactly("Bernard", "Claire");
        assertThat(directory.of("elsewhere")).isEmpty();
    }

    @Test
    void gives_an_address_and_an_adviser_to_one_open_account_only() {
        StaffMember claire = add("Claire", StaffRole.ADVISER, "DIR01");
        assertThat(staffing.add("cli", "X", "Claire@directory.example", StaffRole.ADVISER, List.of(), null))
                .isNull();
        assertThat(staffing.add("cli", "X", "x@directory.example", StaffRole.ADVISER, List.of(), "DIR01"))
                .isNull();
        StaffMember other = add("Thomas", StaffRole.ADVISER, null);
        assertThat(staffing.assign("cli", other.id(), StaffRole.ADVISER, List.of(AGENCY), "DIR01"))
                .isFalse();
        staffing.close("cli", claire.id());
        assertThat(staffing.assign("cli", other.id(), StaffRole.ADVISER, List.of(AGENCY), "DIR01"))
                .isTrue();
        assertThat(add("Claire", StaffRole.ADVISER, null).id()).isNotEqualTo(claire.id());
        assertThat(Objects.requireNonNull(directory.find(claire.id())).closed()).isTrue();
    }

    @Test
    void a_stand_in_takes_over_from_the_first_to_the_last_day_away() {
        StaffMember claire = add("Claire", StaffRole.ADVISER, null);
        StaffMember thomas = add("Thomas", StaffRole.ADVISER, null);
        assertThat(present(claire)).isEqualTo("Claire");
        staffing.away("cli", claire.id(), today, today, thomas.id());
        assertThat(present(claire)).isEqualTo("Thomas");
        staffing.away("cli", claire.id(), today.plusDays(1), null, thomas.id());
        assertThat(present(claire)).isEqualTo("Claire");
        staffing.away("cli", claire.id(), today.minusDays(3), today.minusDays(1), thomas.id());
        assertThat(present(claire)).isEqualTo("Claire");
        staffing.away("cli", claire.id(), today.minusDays(3), null, thomas.id());
        assertThat(present(claire)).isEqualTo("Thomas");
        staffing.away("cli", claire.id(), null, null, thomas.id());
        assertThat(present(claire)).isEqualTo("Claire");
    }

    @Test
    void a_stand_in_who_is_away_too_has_a_stand_in_and_no_circle_turns_for_ever() {
        StaffMember claire = add("Claire", StaffRole.ADVISER, null);
        StaffMember thomas = add("Thomas", StaffRole.ADVISER, null);
        StaffMember bernard = add("Bernard", StaffRole.ADVISER, null);
        staffing.away("cli", claire.id(), today, null, thomas.id());
        staffing.away("cli", thomas.id(), today, null, bernard.id());
        assertThat(present(claire)).isEqualTo("Bernard");
        staffing.away("cli", thomas.id(), today, null, claire.id());
        assertThat(present(claire)).isEqualTo("Claire");
        staffing.close("cli", thomas.id());
        assertThat(present(claire)).isEqualTo("Claire");
    }

    private String present(StaffMember member) {
        return directory
                .present(Objects.requireNonNull(directory.find(member.id())))
                .name();
    }

    private StaffMember add(String name, StaffRole role, @Nullable String adviser) {
        return Objects.requireNonNull(
                staffing.add("cli", name, name + "@directory.example", role, List.of(AGENCY), adviser));
    }
}
