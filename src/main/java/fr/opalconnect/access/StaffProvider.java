package fr.opalconnect.access;

import fr.opalconnect.access.oidc.IdentityProvider;
import fr.opalconnect.access.oidc.IdentityProvider.Answer.Known;
import fr.opalconnect.access.oidc.IdentityProvider.Errand;
import fr.opalconnect.platform.Audit;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Sign-in through the landlord's identity provider. It says who somebody is; whether they have a place at the desk,
/// the directory says.
@Component
class StaffProvider {
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(StaffProvider.class);

    /// @param token   for the browser to hold until it returns
    /// @param address where it goes
    record Begun(String token, URI address) {}

    /// What came of it.
    sealed interface Ending {
        /// @param next the page that was asked for, before they left
        record In(String token, String next) implements Ending {}

        /// The provider knows them, the desk does not; or the provider cannot be believed.
        record Unknown() implements Ending {}

        /// The provider does not answer as it should, or this browser was not sent there.
        record NotNow() implements Ending {}
    }

    private final OidcAttemptTable attempts;
    private final ProviderLinks links;
    private final StaffSessions sessions;
    private final Audit audit;
    private final InstantSource clock;
    private final @Nullable IdentityProvider provider;

    StaffProvider(
            StaffSettings settings,
            OidcAttemptTable attempts,
            ProviderLinks links,
            StaffSessions sessions,
            Audit audit,
            InstantSource clock) {
        this.attempts = attempts;
        this.links = links;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.provider = gate(settings.oidc(), clock);
    }

    private static @Nullable IdentityProvider gate(StaffSettings.@Nullable Oidc oidc, InstantSource clock) {
        if (oidc == null || oidc.issuer() == null || oidc.issuer().isBlank()) {
            return null;
        }
        if (oidc.clientId() == null || oidc.clientId().isBlank()) {
            throw new IllegalStateException("opal.staff.oidc.issuer needs opal.staff.oidc.client-id");
        }
        return new IdentityProvider(oidc.issuer(), oidc.clientId(), oidc.clientSecret(), oidc.scopes(), clock);
    }

    boolean isThere() {
        return provider != null;
    }

    /// @param back where the browser returns to
    /// @param next the page that was asked for, or nothing
    /// @return null when the provider does not answer
    @Nullable
    Begun begin(URI back, String next) {
        IdentityProvider there = provider;
        if (there == null) {
            return null;
        }
        try {
            Errand errand = there.send(back);
            String token = Tokens.fresh();
            attempts.add(token, errand, next, clock.instant().plus(PATIENCE));
            return new Begun(token, errand.address());
        } catch (IdentityProvider.Away e) {
            LOG.warn("Nobody can sign in through the identity provider now", e);
            return null;
        }
    }

    /// @param token  that the browser held meanwhile
    /// @param issuer as the provider may say it in its answer (RFC 9207)
    Ending finish(@Nullable String token, String state, String code, @Nullable String issuer, URI back, String device) {
        OidcAttemptTable.Attempt attempt = token == null ? null : attempts.take(token, clock.instant());
        IdentityProvider there = provider;
        if (there == null || attempt == null || code.isEmpty() || !same(attempt.state(), state)) {
            return new Ending.NotNow();
        }
        if (issuer != null && !issuer.equals(there.issuer())) {
            return new Ending.NotNow();
        }
        try {
            return switch (there.ask(code, attempt.nonce(), attempt.codeVerifier(), back)) {
                case Known known -> signIn(known, device, attempt.next());
                case IdentityProvider.Answer.Refused refused -> {
                    LOG.warn("The identity provider's answer was not taken: {}", refused.reason());
                    yield new Ending.NotNow();
                }
            };
        } catch (IdentityProvider.Away e) {
            LOG.warn("The identity provider did not say who came", e);
            return new Ending.NotNow();
        }
    }

    private Ending signIn(Known known, String device, String next) {
        UUID staff = links.staffOf(known);
        if (staff == null) {
            audit.note("visitor", "desk sign-in failed", null);
            return new Ending.Unknown();
        }
        return new Ending.In(sessions.start(staff, device, "identity provider"), next);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
