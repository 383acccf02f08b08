package fr.opalconnect.herald;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.account.Coming;
import fr.opalconnect.account.Coming.Method;
import fr.opalconnect.account.ComingPayments;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.notification.Readers;
import fr.opalconnect.notification.Telling;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// What is told of a day that comes near: what is left to pay then, no more.
@WholeApplication
class DueNewsTest {
    private static final String FATOUMATA = Cast.FATOUMATA_DIALLO.tenant().value();
    private final LocalDate today = LocalDate.now(Texts.ZONE);

    @Autowired
    private ApplicationContext program;

    @Autowired
    private NoticeNews notices;

    private Telling telling;
    private NoticeWorld world;
    private SignedInTenant fatoumata;

    @BeforeEach
    void nobodyWasTold() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
        telling = new Telling(program);
        telling.clear();
        fatoumata = AtHome.as(program, Cast.FATOUMATA_DIALLO);
        program.getBean(Readers.class).join(fatoumata.number());
        world = new NoticeWorld(program, fatoumata.lease());
    }

    @Test
    void what_falls_due_in_three_days_is_told_once_while_something_is_left_to_pay() {
        world.where(today.plusDays(3), today.minusDays(9), () -> {
            assertThat(notices.tellDue()).isEqualTo(1);
            assertThat(notices.tellDue()).isZero();
            assertThat(telling.sums(FATOUMATA)).containsExactly("DUE_SOON " + asked());
        });
        world.where(
                today.plusDays(4), today, () -> assertThat(notices.tellDue()).isZero());
    }

    @Test
    void nobody_is_pressed_for_what_the_erp_collects() {
        world.where(today.plusDays(3), today, () -> {
            world.paidBy("PRELEVEMENT");
            assertThat(notices.tellDue()).isZero();
        });
    }

    @Test
    void what_a_mandate_signed_here_leaves_out_is_told_although_the_erp_has_the_lease_as_collected() {
        world.where(today.plusDays(3), today, () -> {
            world.paidBy("PRELEVEMENT");
            UUID mandate = mandate("ACTIVE");
            assertThat(notices.tellDue()).isZero();
            collection(mandate);
            assertThat(notices.tellDue()).isEqualTo(1);
        });
        for (String standing : List.of("SUSPENDED", "STOPPED")) {
            world.where(today.plusDays(3), today, () -> {
                world.paidBy("PRELEVEMENT");
                mandate(standing);
                assertThat(notices.tellDue()).as(standing).isEqualTo(1);
            });
        }
    }

    @Test
    void nobody_is_pressed_for_what_is_on_its_way_by_card_or_will_be_collected() {
        for (Coming.State state :
                new Coming.State[] {Coming.State.TAKEN, Coming.State.RUNNING, Coming.State.ANNOUNCED}) {
            world.where(today.plusDays(3), today, () -> {
                comes(state == Coming.State.ANNOUNCED ? Method.DIRECT_DEBIT : Method.CARD, owed(), state);
                assertThat(notices.tellDue()).as(state.toString()).isZero();
            });
        }
    }

    @Test
    void of_what_a_debit_takes_a_part_of_the_rest_is_told() {
        world.where(today.plusDays(3), today, () -> {
            comes(Method.DIRECT_DEBIT, owed() - 12_00, Coming.State.ANNOUNCED);
            assertThat(notices.tellDue()).isEqualTo(1);
            assertThat(telling.sums(FATOUMATA)).containsExactly("DUE_SOON 1200");
        });
    }

    @Test
    void of_a_debt_that_is_paid_month_by_month_only_the_rent_and_the_instalment_that_falls_due_are_told() {
        world.where(today.plusDays(3), today, () -> {
            plan("ACCEPTED", debt(), today.plusDays(2));
            assertThat(notices.tellDue()).isEqualTo(2);
            assertThat(notices.tellDue()).isZero();
            assertThat(telling.sums(FATOUMATA))
                    .containsExactly("DUE_SOON " + monthTotal(), "INSTALMENT_DUE " + debt() / 2);
        });
        world.where(today.plusDays(3), today, () -> {
            plan("ACCEPTED", debt(), today.plusDays(20));
            assertThat(notices.tellDue()).isEqualTo(1);
            assertThat(telling.sums(FATOUMATA)).containsExactly("DUE_SOON " + monthTotal());
        });
    }

    @Test
    void an_instalment_is_beside_the_rent_that_a_debit_takes_and_is_not_asked_for_twice() {
        world.where(today.plusDays(3), today, () -> {
            plan("ACCEPTED", debt(), today.plusDays(2));
            comes(Method.DIRECT_DEBIT, monthTotal(), Coming.State.ANNOUNCED);
            assertThat(notices.tellDue()).isEqualTo(1);
            assertThat(telling.sums(FATOUMATA)).containsExactly("INSTALMENT_DUE " + debt() / 2);
        });
        world.where(today.plusDays(3), today, () -> {
            plan("ACCEPTED", debt(), today.plusDays(2));
            comes(Method.DIRECT_DEBIT, monthTotal(), Coming.State.ANNOUNCED);
            comes(Method.CARD, debt() / 2, Coming.State.RUNNING);
            assertThat(notices.tellDue()).isZero();
        });
    }

    @Test
    void a_plan_that_nobody_agreed_to_changes_nothing() {
        world.where(today.plusDays(3), today, () -> {
            plan("REQUESTED", debt(), today.plusDays(2));
            assertThat(notices.tellDue()).isEqualTo(1);
            assertThat(telling.sums(FATOUMATA)).containsExactly("DUE_SOON " + asked());
        });
    }

    private UUID mandate(String state) {
        UUID id = UUID.randomUUID();
        world.jdbc()
                .sql("""
                        INSERT INTO debit.mandate
                            (id, rum, lease_number, tenant_number, state, debit_day, address, signed_at)
                        VALUES (:id, :rum, :lease, :tenant, :state, 5, 'Laon', now())
                        """)
                .param("id", id)
                .param("rum", id.toString().substring(0, 30))
                .param("lease", fatoumata.lease().value())
                .param("tenant", FATOUMATA)
                .param("state", state)
                .update();
        return id;
    }

    /// What the tenant suspended for once, when its time came.
    private void collection(UUID mandate) {
        world.jdbc()
                .sql("""
                        INSERT INTO debit.collection
                            (id, mandate_id, lease_number, notice_id, reference, amount_cents, due_on, announced_at, state)
                        SELECT :id, :mandate, lease_number, id, 'LEFT-OUT', net_to_pay_cents, due_on, now(), 'LEFT_OUT'
                        FROM account.rent_notice WHERE lease_number = :lease AND closed_at IS NULL
                        """)
                .param("id", UUID.randomUUID())
                .param("mandate", mandate)
                .param("lease", fatoumata.lease().value())
                .update();
    }

    private void comes(Method method, long cents, Coming.State state) {
        program.getBean(ComingPayments.class)
                .expect(new Coming(
                        UUID.randomUUID(),
                        fatoumata.lease(),
                        method,
                        Money.ofCents(cents),
                        "P-" + UUID.randomUUID(),
                        state,
                        Instant.now(),
                        today));
    }

    /// In two instalments, of the day before the notice.
    private void plan(String state, long debt, LocalDate first) {
        UUID plan = UUID.randomUUID();
        world.jdbc()
                .sql("""
                        INSERT INTO plan.plan (id, lease_number, tenant_number, conversation_id, state, debt_cents,
                                               based_on, requested_at)
                        VALUES (:id, :lease, :tenant, :id, :state, :debt, :basedOn, now())
                        """)
                .param("id", plan)
                .param("lease", fatoumata.lease().value())
                .param("tenant", FATOUMATA)
                .param("state", state)
                .param("debt", debt)
                .param("basedOn", today.minusDays(1))
                .update();
        for (int place = 1; place <= 2; place++) {
            world.jdbc()
                    .sql("INSERT INTO plan.instalment VALUES (gen_random_uuid(), :plan, :place, :due, :cents)")
                    .param("plan", plan)
                    .param("place", place)
                    .param("due", first.plusMonths(place - 1L))
                    .param("cents", place == 1 ? debt / 2 : debt - debt / 2)
                    .update();
        }
    }

    private long owed() {
        return world.cents(
                "SELECT sum(debit_cents - credit_cents) FROM account.ledger_entry WHERE lease_number = :lease AND closed_at IS NULL");
    }

    private long monthTotal() {
        return world.cents("SELECT month_total_cents FROM account.rent_notice WHERE id = :notice");
    }

    /// What is owed beside the notice.
    private long debt() {
        return owed() - monthTotal();
    }

    private long asked() {
        return Math.min(owed(), world.cents("SELECT net_to_pay_cents FROM account.rent_notice WHERE id = :notice"));
    }
}
