package fr.opalconnect.notification;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.platform.CodeText;
import fr.opalconnect.tenancy.Recipients;
import fr.opalconnect.tenancy.Recipients.Recipient;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// By which ways tenants can be reached, and which of them they want.
@Component
class Addresses {
    /// @param reachable where each way leads now; ways that lead nowhere are not in it
    record Address(Locale language, Choices choices, QuietHours quiet, Map<Channel, String> reachable) {
        /// The ways that something of a kind goes, in their order.
        List<Channel> ways(Kind kind) {
            return choices.ways(kind, reachable.keySet());
        }
    }

    private final Recipients recipients;
    private final ChoiceTable readers;
    private final Texting texting;
    private final Elsewhere elsewhere;
    private final NotificationSettings settings;

    Addresses(
            Recipients recipients,
            ChoiceTable readers,
            Texting texting,
            Elsewhere elsewhere,
            NotificationSettings settings) {
        this.recipients = recipients;
        this.readers = readers;
        this.texting = texting;
        this.elsewhere = elsewhere;
        this.settings = settings;
    }

    /// Of those that are still known.
    Map<TenantNumber, Address> of(Collection<TenantNumber> tenants) {
        Map<TenantNumber, Choices> choices = readers.of(tenants);
        Map<TenantNumber, Address> addresses = new HashMap<>();
        Set<TenantNumber> phones = elsewhere.phones(tenants);
        recipients.of(tenants).forEach((tenant, recipient) -> {
            Choices chosen = choices.getOrDefault(tenant, Choices.NONE);
            addresses.put(
                    tenant,
                    new Address(
                            CodeText.language(recipient.language()),
                            chosen,
                            quiet(chosen),
                            reachable(recipient, phones.contains(tenant))));
        });
        return addresses;
    }

    /// The ways that lead to a tenant now.
    Set<Channel> of(TenantNumber tenant) {
        Address address = of(Set.of(tenant)).get(tenant);
        return address == null ? Set.of() : address.reachable().keySet();
    }

    QuietHours quiet(Choices choices) {
        QuietHours chosen = choices.quiet();
        return chosen == null ? settings.quiet() : chosen;
    }

    /// Whether any do; they may be cut off, or there is no gateway.
    boolean textsGoOut() {
        return texting.isPossible();
    }

    /// Whether a number that is not on file any more can be told.
    boolean reaches(Phone phone) {
        return texting.isPossible() && texting.reaches(phone);
    }

    private Map<Channel, String> reachable(Recipient recipient, boolean onPhone) {
        Map<Channel, String> reachable = new EnumMap<>(Channel.class);
        @Nullable Phone phone = recipient.phone();
        if (phone != null && reaches(phone)) {
            reachable.put(Channel.SMS, phone.e164());
        }
        String email = recipient.email();
        if (email != null && elsewhere.reaches(email)) {
            reachable.put(Channel.MAIL, email.strip());
        }
        if (onPhone) {
            reachable.put(Channel.PUSH, "");
        }
        return reachable;
    }
}
