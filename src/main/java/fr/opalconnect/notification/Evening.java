package fr.opalconnect.notification;

import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.notification.Addresses.Address;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The one e-mail of the day, for those who want it so.
@Component
class Evening {
    private static final int MOST = 400;

    private final EveningTable table;
    private final Addresses addresses;
    private final Departures departures;

    Evening(EveningTable table, Addresses addresses, Departures departures) {
        this.table = table;
        this.addresses = addresses;
        this.departures = departures;
    }

    /// Some hundred tenants in one transaction.
    ///
    /// @return whether there were any
    @Transactional
    public boolean some() {
        List<Told> told = table.take(MOST);
        Map<TenantNumber, List<Told>> byTenant =
                told.stream().collect(Collectors.groupingBy(Told::tenant, LinkedHashMap::new, Collectors.toList()));
        Map<TenantNumber, Address> known = addresses.of(byTenant.keySet());
        List<Outgoing> outgoing = new ArrayList<>();
        byTenant.forEach((tenant, theirs) -> {
            Address address = known.get(tenant);
            if (address != null && address.reachable().containsKey(Channel.MAIL)) {
                outgoing.add(departures.write(tenant, address, Channel.MAIL, theirs));
            }
        });
        departures.stage(outgoing);
        table.done(told.stream().map(Told::id).toArray(UUID[]::new));
        return !told.isEmpty();
    }
}
