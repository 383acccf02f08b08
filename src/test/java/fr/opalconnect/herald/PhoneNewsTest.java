package fr.opalconnect.herald;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.notification.Notifications;
import fr.opalconnect.notification.Telling;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.tenancy.PhoneChanges;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// From a number that a package changed to what is told. All of it is undone.
@WholeApplication
class PhoneNewsTest {
    private static final String NADIA = Cast.NADIA_BENALI.tenant().value();

    @Autowired
    private ApplicationContext program;

    @Autowired
    private PhoneNews news;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    private Telling telling;

    @BeforeEach
    void nobodyWasTold() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
        telling = new Telling(program);
        telling.clear();
    }

    @Test
    void both_numbers_are_told_of_it_once() {
        undone(() -> {
            changed(NADIA, "06 39 98 12 34");
            assertThat(news.tell()).isEqualTo(1);
            assertThat(news.tell()).isZero();
            assertThat(telling.kinds(NADIA)).containsExactly("PHONE_CHANGED");
            telling.sendNow();
            assertThat(texted()).hasSize(2).contains("+33639981234");
        });
    }

    @Test
    void who_had_no_number_before_is_told_at_the_new_one() {
        undone(() -> {
            changed(NADIA, null);
            assertThat(news.tell()).isEqualTo(1);
            telling.sendNow();
            assertThat(texted()).hasSize(1);
        });
    }

    @Test
    void a_number_that_is_again_what_it_was_is_no_news() {
        undone(() -> {
            changed(
                    NADIA,
                    jdbc.sql("SELECT mobile FROM tenancy.tenant WHERE number = :tenant")
                            .param("tenant", NADIA)
                            .query(String.class)
                            .single());
            assertThat(news.tell()).isZero();
            assertThat(waiting()).isZero();
        });
    }

    @Test
    void when_a_whole_town_changes_some_are_told_at_a_time() {
        undone(() -> {
            int all = jdbc.sql("""
                            INSERT INTO tenancy.phone_change (tenant_number, former)
                            SELECT number, '06 39 98 12 34' FROM tenancy.tenant WHERE closed_at IS NULL
                            """).update();
            assertThat(news.tell()).isEqualTo(PhoneNews.MOST);
            assertThat(news.tell()).isEqualTo(PhoneNews.MOST);
            assertThat(waiting()).isEqualTo(all - 2 * PhoneNews.MOST);
        });
    }

    @Test
    void nobody_is_woken_for_what_was_changed_the_day_before() {
        undone(() -> {
            changed(NADIA, "06 39 98 12 34");
            Notifications night = Telling.atNight(program);
            assertThat(new PhoneNews(program.getBean(PhoneChanges.class), night).tell())
                    .isZero();
            assertThat(waiting()).isEqualTo(1);
        });
    }

    private void undone(Runnable test) {
        transactions.executeWithoutResult(status -> {
            test.run();
            status.setRollbackOnly();
        });
    }

    private void changed(String tenant, @Nullable String former) {
        jdbc.sql("INSERT INTO tenancy.phone_change (tenant_number, former) VALUES (:tenant, :former)")
                .param("tenant", tenant)
                .param("former", former)
                .update();
    }

    private int waiting() {
        return jdbc.sql("SELECT count(*) FROM tenancy.phone_change")
                .query(Integer.class)
                .single();
    }

    private List<String> texted() {
        return jdbc.sql("""
                        SELECT recipient FROM notification.delivery
                        WHERE tenant_number = :tenant AND channel = 'SMS' AND state = 'STAGED'
                        """).param("tenant", NADIA).query(String.class).list();
    }
}
