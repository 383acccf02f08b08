package fr.opalconnect.document;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// `opal.document.*`: docs/operate.md says what they are for.
///
/// @param largest one file of the ERP's
/// @param grace   how long a file stays that no line names, in case its package is taken after all
/// @param most    how many files a tenant may put here
@ConfigurationProperties("opal.document")
record DocumentSettings(
        @DefaultValue("50MB") DataSize largest,
        @DefaultValue("7d") Duration grace,
        @DefaultValue("200") int most) {}
