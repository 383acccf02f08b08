package fr.opalconnect.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The landlord's identity provider, spoken to in OpenID Connect: authorization code with PKCE, state and nonce; its
/// addresses and keys by discovery; only ID tokens with an asymmetric signature.
public final class IdentityProvider {
    private static final int TIMEOUT_MS = 5_000;
    private static final Duration KEPT = Duration.ofHours(1);

    /// One who was sent there.
    ///
    /// @param address where the browser goes
    public record Errand(URI address, String state, String nonce, String codeVerifier) {}

    /// What came back.
    public sealed interface Answer {
        /// @param email    null when the provider does not say
        /// @param verified whether it says that the address was verified
        record Known(
                String issuer, String subject, @Nullable String email, boolean verified) implements Answer {}

        /// It cannot be believed, or the provider says no.
        record Refused(String reason) implements Answer {}
    }

    /// The provider does not answer as it should.
    public static final class Away extends Exception {
        Away(Throwable cause) {
            super("the identity provider does not answer as it should: " + cause.getMessage(), cause);
        }
    }

    private record Found(Instant at, OIDCProviderMetadata metadata, IDTokenValidator validator) {}

    private final Issuer issuer;
    private final ClientID client;
    private final @Nullable Secret secret;
    private final Scope scope;
    private final InstantSource clock;
    private volatile @Nullable Found found;

    /// @param secret null for a public client
    /// @param scopes asked for beside `openid`
    public IdentityProvider(String issuer, String client, @Nullable String secret, String scopes, InstantSource clock) {
        this.issuer = new Issuer(issuer);
        this.client = new ClientID(client);
        this.secret = secret == null || secret.isBlank() ? null : new Secret(secret);
        this.scope = Scope.parse("openid " + scopes);
        this.clock = clock;
    }

    public String issuer() {
        return issuer.getValue();
    }

    /// @param back where the browser returns to, as it is registered at the provider
    public Errand send(URI back) throws Away {
        State state = new State();
        Nonce nonce = new Nonce();
        CodeVerifier verifier = new CodeVerifier();
        URI address = new AuthenticationRequest.Builder(ResponseType.CODE, scope, client, back)
                .endpointURI(find().metadata().getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build()
                .toURI();
        return new Errand(address, state.getValue(), nonce.getValue(), verifier.getValue());
    }

    /// Trades the code for who it is.
    public Answer ask(String code, String nonce, String codeVerifier, URI back) throws Away {
        try {
            Found provider = find();
            HTTPRequest request = tokenRequest(provider, code, codeVerifier, back);
            TokenResponse response = OIDCTokenResponseParser.parse(request.send());
            if (!(response instanceof OIDCTokenResponse tokens) || !response.indicatesSuccess()) {
                return new Answer.Refused(String.valueOf(
                        response.toErrorResponse().getErrorObject().getCode()));
            }
            IDTokenClaimsSet claims =
                    provider.validator().validate(tokens.getOIDCTokens().getIDToken(), new Nonce(nonce));
            return new Answer.Known(
                    issuer.getValue(),
                    claims.getSubject().getValue(),
                    claims.getStringClaim("email"),
                    Boolean.TRUE.equals(claims.getBooleanClaim("email_verified")));
        } catch (BadJOSEException e) {
            return new Answer.Refused(String.valueOf(e.getMessage()));
        } catch (JOSEException | GeneralException | IOException e) {
            throw new Away(e);
        }
    }

    private HTTPRequest tokenRequest(Found provider, String code, String codeVerifier, URI back) {
        var grant = new AuthorizationCodeGrant(new AuthorizationCode(code), back, new CodeVerifier(codeVerifier));
        URI address = provider.metadata().getTokenEndpointURI();
        TokenRequest.Builder request = secret == null
                ? new TokenRequest.Builder(address, client, grant)
                : new TokenRequest.Builder(address, proof(provider, secret), grant);
        HTTPRequest http = request.build().toHTTPRequest();
        http.setConnectTimeout(TIMEOUT_MS);
        http.setReadTimeout(TIMEOUT_MS);
        http.setFollowRedirects(false);
        return http;
    }

    private ClientAuthentication proof(Found provider, Secret known) {
        List<ClientAuthenticationMethod> methods = provider.metadata().getTokenEndpointAuthMethods();
        boolean posts = methods != null
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return posts ? new ClientSecretPost(client, known) : new ClientSecretBasic(client, known);
    }

    private Found find() throws Away {
        Found kept = found;
        if (kept == null || kept.at().plus(KEPT).isBefore(clock.instant())) {
            try {
                OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(issuer, TIMEOUT_MS, TIMEOUT_MS);
                kept = new Found(clock.instant(), metadata, validator(metadata));
                found = kept;
            } catch (GeneralException | IOException e) {
                throw new Away(e);
            }
        }
        return kept;
    }

    /// Never `none`, never a secret that both sides know: the provider's own keys, fetched anew when it changes them.
    private IDTokenValidator validator(OIDCProviderMetadata metadata) throws IOException {
        var keys = JWKSourceBuilder.<SecurityContext>create(
                        metadata.getJWKSetURI().toURL())
                .retrying(true)
                .build();
        return new IDTokenValidator(
                issuer,
                client,
                new JWSVerificationKeySelector<>(java.util.Set.copyOf(JWSAlgorithm.Family.SIGNATURE), keys),
                null);
    }
}
