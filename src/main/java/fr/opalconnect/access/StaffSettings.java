package fr.opalconnect.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `opal.staff.*`
///
/// @param sessionIdle  how long a session of the desk may lie unused: a meeting, not a night
/// @param sessionWhole how long it lasts at most: an agency's day
/// @param invitation   how long an invitation can be used
/// @param oidc         the landlord's identity provider; null without one
@ConfigurationProperties("opal.staff")
record StaffSettings(
        @DefaultValue("2h") Duration sessionIdle,
        @DefaultValue("12h") Duration sessionWhole,
        @DefaultValue("3d") Duration invitation,
        @Nullable Oidc oidc) {
    /// `opal.staff.oidc.*`
    ///
    /// @param issuer       its address, where `/.well-known/openid-configuration` is found
    /// @param clientId     the name this program bears there
    /// @param clientSecret null for a public client
    /// @param name         as the button shows it
    /// @param scopes       asked for beside `openid`
    /// @param trustEmails  for a directory that says nothing of `email_verified` and whose addresses only the
    ///                     landlord's own people can write
    record Oidc(
            @Nullable String issuer,
            @Nullable String clientId,
            @Nullable String clientSecret,
            @DefaultValue("") String name,
            @DefaultValue("email") String scopes,
            @DefaultValue("false") boolean trustEmails) {}

    /// The identity provider's name on the button; null without one.
    @Nullable
    String providerName() {
        return oidc == null || oidc.issuer() == null || oidc.issuer().isBlank() ? null : oidc.name();
    }
}
