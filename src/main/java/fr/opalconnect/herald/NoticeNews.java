package fr.opalconnect.herald;

import static java.util.stream.Collectors.toMap;

import fr.opalconnect.account.NoticesToTell;
import fr.opalconnect.account.NoticesToTell.Notice;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.notification.Facts;
import fr.opalconnect.notification.Kind;
import fr.opalconnect.notification.Notifications;
import fr.opalconnect.notification.Notifications.News;
import fr.opalconnect.plan.RunningPlans;
import fr.opalconnect.plan.RunningPlans.Next;
import fr.opalconnect.plan.RunningPlans.Running;
import fr.opalconnect.tenancy.Recipients;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells of rent notices: that one has come, and that one falls due. It looks at the figures by the clock, not at the
/// import: a package may be taken in by a command of its own, where nobody would hear of it. Whatever was told already
/// is not told again, so it may look as often as it likes. One transaction for all tenants, some statements each.
@Component
public class NoticeNews {
    /// What was issued before is no news: a first package brings years.
    private static final int NEWS_DAYS = 7;

    private static final int SOON_DAYS = 3;

    private final NoticesToTell notices;
    private final Recipients recipients;
    private final Notifications notifications;
    private final RunningPlans plans;
    private final InstantSource clock;
    private volatile @Nullable Instant seen;

    NoticeNews(
            NoticesToTell notices,
            Recipients recipients,
            Notifications notifications,
            RunningPlans plans,
            InstantSource clock) {
        this.notices = notices;
        this.recipients = recipients;
        this.notifications = notifications;
        this.plans = plans;
        this.clock = clock;
    }

    /// When the figures are other ones than the last time.
    ///
    /// @return how many were told
    @Transactional
    public int tellNew() {
        Instant figures = notices.figuresAt();
        if (figures == null || figures.equals(seen)) {
            return 0;
        }
        int told = tell(
                Kind.NEW_NOTICE,
                notices.issuedSince(today().minusDays(NEWS_DAYS), today()),
                one -> Facts.of(one.id(), "/compte")
                        .with(one.period())
                        .with(one.sum())
                        .with(one.dueOn()));
        seen = figures;
        return told;
    }

    /// Who has something left to pay in three days, where nobody collects it. Of a debt that is paid month by month
    /// only the instalment that falls due.
    ///
    /// @return how many were told
    @Transactional
    public int tellDue() {
        List<Running> running = plans.all();
        return tellNotices(running) + tellInstalments(running);
    }

    private int tellNotices(List<Running> running) {
        Map<LeaseNumber, Money> spread = running.stream().collect(toMap(Running::lease, Running::left));
        List<Notice> due = notices.unpaid(today(), today().plusDays(SOON_DAYS), spread);
        Set<LeaseNumber> collected =
                recipients.collected(due.stream().map(Notice::lease).toList());
        Set<String> leftOut = notices.leftOut(due);
        return tell(
                Kind.DUE_SOON,
                due.stream()
                        .filter(one -> !collected.contains(one.lease()) || leftOut.contains(one.id()))
                        .toList(),
                one -> Facts.of(one.id(), "/payer").with(one.dueOn()).with(one.sum()));
    }

    /// Beside the rent, whoever collects that.
    private int tellInstalments(List<Running> running) {
        Map<LeaseNumber, Next> due = new HashMap<>();
        for (Running one : running) {
            Next next = one.next();
            if (next != null && !next.dueOn().isAfter(today().plusDays(SOON_DAYS))) {
                due.put(one.lease(), next);
            }
        }
        List<News> news = new ArrayList<>();
        recipients.holders(due.keySet()).forEach((lease, holders) -> {
            Next next = Objects.requireNonNull(due.get(lease));
            Facts facts = Facts.of(next.instalment().toString(), "/payer/etalement")
                    .with(next.dueOn())
                    .with(next.amount());
            holders.forEach(holder -> news.add(new News(holder, facts)));
        });
        return notifications.tell(Kind.INSTALMENT_DUE, news);
    }

    private int tell(Kind kind, List<Notice> all, Function<Notice, Facts> facts) {
        Map<LeaseNumber, List<TenantNumber>> holders =
                recipients.holders(all.stream().map(Notice::lease).toList());
        List<News> news = new ArrayList<>();
        for (Notice one : all) {
            for (TenantNumber holder : holders.getOrDefault(one.lease(), List.of())) {
                news.add(new News(holder, facts.apply(one)));
            }
        }
        return notifications.tell(kind, news);
    }

    private LocalDate today() {
        return clock.instant().atZone(Texts.ZONE).toLocalDate();
    }
}
