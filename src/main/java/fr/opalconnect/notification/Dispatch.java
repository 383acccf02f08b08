package fr.opalconnect.notification;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.notification.Addresses.Address;
import fr.opalconnect.notification.ToldTable.Pending;
import fr.opalconnect.platform.Jobs;
import fr.opalconnect.tenancy.Bells;
import fr.opalconnect.tenancy.Bells.Ring;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Decides how what was told goes out: not at all when it was read meanwhile, later when the tenant wants quiet,
/// several
/// things as one, by the ways that the tenant wants.
@Component
class Dispatch {
    /// Tenants decided about in one transaction.
    static final int MOST = 400;

    /// Somebody else has them in hand; should that fail, they are ours again.
    private static final Duration IN_OTHER_HANDS = Duration.ofSeconds(5);

    private final ToldTable table;
    private final Bells bells;
    private final Addresses addresses;
    private final Departures departures;
    private final Jobs jobs;

    Dispatch(ToldTable table, Bells bells, Addresses addresses, Departures departures, Jobs jobs) {
        this.table = table;
        this.bells = bells;
        this.addresses = addresses;
        this.departures = departures;
        this.jobs = jobs;
    }

    /// Sends on some of a batch.
    ///
    /// @return when to go on with it; null when there is nothing left of it
    @Transactional
    public @Nullable Instant some(UUID batch, Instant now) {
        List<Pending> pending = table.pending(batch, MOST);
        if (pending.isEmpty()) {
            return table.isPending(batch) ? now.plus(IN_OTHER_HANDS) : null;
        }
        Plan plan = new Plan(pending, now);
        table.done(plan.done, plan.evening);
        plan.later.forEach((at, ids) -> {
            UUID again = departures.batch();
            table.postpone(ids, again);
            jobs.stage(DispatchJob.TASK, again.toString(), at);
        });
        Instant next = departures.stage(plan.outgoing);
        return table.isPending(batch) ? next : null;
    }

    /// What was to go one way did not arrive: it goes the next way that is wanted, if there is one, as it would have
    /// gone by that way at first: not in the quiet hours, not beside the e-mail of the day.
    @Transactional
    public void another(TenantNumber tenant, List<Told> told, Channel failed) {
        Address address = addresses.of(List.of(tenant)).get(tenant);
        if (address == null || told.isEmpty() || told.getFirst().kind().topic().reach() == Reach.EVERY) {
            return;
        }
        List<Channel> ways = ways(address, told);
        List<Channel> order = told.getFirst().kind().topic().reach().order();
        ways.stream()
                .filter(way -> order.indexOf(way) > order.indexOf(failed))
                .findFirst()
                .ifPresent(way -> next(tenant, address, told, way));
    }

    private void next(TenantNumber tenant, Address address, List<Told> told, Channel way) {
        List<UUID> ids = told.stream().map(Told::id).toList();
        if (goesInTheEvening(way, address, told)) {
            table.done(ids, ids);
            return;
        }
        Instant now = departures.now();
        Instant dawn = canWait(told) ? address.quiet().endAfter(now) : null;
        departures.stageAt(departures.write(tenant, address, way, told), dawn == null ? now : dawn);
    }

    private static boolean goesInTheEvening(Channel way, Address address, List<Told> told) {
        return way == Channel.MAIL && canWait(told) && address.choices().daily();
    }

    private static boolean canWait(List<Told> told) {
        return told.stream().allMatch(one -> one.kind().pace().waitsForDay());
    }

    /// What one of them is worth, all of them are.
    private static List<Channel> ways(Address address, List<Told> told) {
        Set<Channel> worth = new HashSet<>();
        told.forEach(one -> worth.addAll(address.ways(one.kind())));
        return told.getFirst().kind().topic().reach().order().stream()
                .filter(worth::contains)
                .toList();
    }

    /// What becomes of each.
    private final class Plan {
        private final Set<Ring> waiting;
        private final Map<TenantNumber, Address> known;
        private final Instant now;
        private final List<UUID> done = new ArrayList<>();
        private final Map<Instant, List<UUID>> later = new HashMap<>();
        private final List<Outgoing> outgoing = new ArrayList<>();
        private final List<UUID> evening = new ArrayList<>();

        Plan(List<Pending> pending, Instant now) {
            this.now = now;
            List<Told> all = pending.stream().map(Pending::told).toList();
            this.known = addresses.of(all.stream().map(Told::tenant).distinct().toList());
            this.waiting = bells.waiting(all.stream().map(Plan::ring).toList());
            Map<TenantNumber, List<Pending>> byTenant = pending.stream()
                    .collect(
                            Collectors.groupingBy(one -> one.told().tenant(), LinkedHashMap::new, Collectors.toList()));
            byTenant.forEach(this::decide);
        }

        private void decide(TenantNumber tenant, List<Pending> pending) {
            Set<Topic> due = new HashSet<>();
            pending.stream()
                    .filter(Pending::due)
                    .forEach(one -> due.add(one.told().kind().topic()));
            for (Topic topic : due) {
                List<Told> told = pending.stream()
                        .map(Pending::told)
                        .filter(one -> one.kind().topic() == topic)
                        .toList();
                decide(tenant, known.get(tenant), told);
            }
        }

        private void decide(TenantNumber tenant, @Nullable Address address, List<Told> told) {
            if (address == null) {
                told.forEach(one -> done.add(one.id())); // no longer a tenant
                return;
            }
            Instant dawn = address.quiet().endAfter(now);
            List<Told> going = new ArrayList<>();
            for (Told one : told) {
                Pace pace = one.kind().pace();
                if (pace == Pace.GATHERED && !waiting.contains(ring(one))) {
                    done.add(one.id()); // it was read meanwhile
                } else if (dawn != null && pace.waitsForDay()) {
                    later.computeIfAbsent(dawn, _ -> new ArrayList<>()).add(one.id());
                } else {
                    done.add(one.id());
                    going.add(one);
                }
            }
            if (!going.isEmpty()) {
                send(tenant, address, going);
            }
        }

        private void send(TenantNumber tenant, Address address, List<Told> told) {
            List<Channel> ways = ways(address, told);
            boolean every = told.getFirst().kind().topic().reach() == Reach.EVERY;
            for (Channel way : every ? ways : ways.stream().limit(1).toList()) {
                if (goesInTheEvening(way, address, told)) {
                    told.forEach(one -> evening.add(one.id()));
                } else {
                    outgoing.add(departures.write(tenant, address, way, told));
                }
            }
            for (Told one : told) {
                for (Phone phone : one.phones()) {
                    if (addresses.reaches(phone)
                            && !phone.e164().equals(address.reachable().get(Channel.SMS))) {
                        outgoing.add(departures.text(tenant, address, phone, List.of(one)));
                    }
                }
            }
        }

        private static Ring ring(Told told) {
            return new Ring(told.tenant().value(), told.thing());
        }
    }
}
