package fr.opalconnect.office;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.conversation.Conversations;
import fr.opalconnect.conversation.Draft;
import fr.opalconnect.conversation.Ending;
import fr.opalconnect.conversation.Kind;
import fr.opalconnect.conversation.Words;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.tenancy.Tenancies;
import fr.opalconnect.tenancy.Tenancy;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/// What the cast writes to the agency, without the tenants' pages.
final class Letters {
    private final ApplicationContext program;

    Letters(ApplicationContext program) {
        this.program = program;
    }

    SignedInTenant of(Cast who) {
        Tenancy tenancy =
                Objects.requireNonNull(program.getBean(Tenancies.class).find(number(who)));
        return new SignedInTenant(
                tenancy.number(), tenancy.leases().getFirst().number(), tenancy.leaseNumbers(), new UUID(0, 2));
    }

    UUID begin(Cast who, Kind kind, String subject, String words) {
        Ending ending = program.getBean(Conversations.class)
                .open(of(who), new Draft(kind, subject, null, false, kind.isSharedAtFirst(), words(words)));
        assertThat(ending).isInstanceOf(Ending.Done.class);
        return ((Ending.Done) ending).conversation();
    }

    void write(Cast who, UUID conversation, String words) {
        assertThat(program.getBean(Conversations.class).write(of(who), conversation, words(words)))
                .isInstanceOf(Ending.Done.class);
    }

    static Words words(String body) {
        return new Words(body, List.of(), UUID.randomUUID());
    }

    private static TenantNumber number(Cast who) {
        return who.tenant();
    }
}
