package fr.opalconnect.notification;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.tenancy.Bells;
import fr.opalconnect.tenancy.TenantFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What was told, read again: by the tenant, and by the desk.
@Component
public class Reading {
    private static final int MOST = 60;

    /// @param fresh whether it was not read before
    /// @param sent  what became of it outside the app
    record Item(Told told, boolean fresh, List<Sent> sent) {}

    private final ToldTable table;
    private final SentTable sent;
    private final Bells bells;
    private final Words words;

    Reading(ToldTable table, SentTable sent, Bells bells, Words words) {
        this.table = table;
        this.sent = sent;
        this.bells = bells;
        this.words = words;
    }

    /// The latest first; the bell is silent from now on.
    @Transactional
    List<Item> open(SignedInTenant who) {
        Set<UUID> waiting = bells.waiting(who);
        List<Item> items = items(who.number(), waiting, MOST);
        bells.heard(who);
        return items;
    }

    /// For the tenant's file at the desk.
    public List<ToldLine> of(SignedInStaff who, TenantFile file, int most) {
        return items(file.number(), Set.of(), most).stream()
                .map(item -> new ToldLine(item.told(), item.sent(), words))
                .toList();
    }

    private List<Item> items(TenantNumber tenant, Set<UUID> waiting, int most) {
        List<Told> told = table.of(tenant, most);
        Map<UUID, List<Sent>> ways = sent.of(told.stream().map(Told::id).toList());
        return told.stream()
                .map(one -> new Item(one, waiting.contains(one.thing()), ways.getOrDefault(one.id(), List.of())))
                .toList();
    }
}
