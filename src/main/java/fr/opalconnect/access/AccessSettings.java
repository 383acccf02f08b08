package fr.opalconnect.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `opal.access.*`
///
/// @param evenAnswer           the two numbers are answered when a whole multiple of this has passed, so that the time
///                             says nothing about whether they exist
/// @param decoysWithoutMobile  the share of unknown pairs that the page tells to call; set it to the share of your
///                             tenants without a mobile
@ConfigurationProperties("opal.access")
record AccessSettings(
        @DefaultValue("200ms") Duration evenAnswer,
        @DefaultValue("0.08") double decoysWithoutMobile) {}
