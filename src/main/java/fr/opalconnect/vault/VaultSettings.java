package fr.opalconnect.vault;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `opal.vault.*`: docs/operate.md says what they are for.
///
/// @param folder where files lie when there is no S3 store
/// @param grace  how long something that no row names stays, in case its row is just being written
/// @param s3     null for the folder
@ConfigurationProperties("opal.vault")
record VaultSettings(
        @DefaultValue(".opal/vault") Path folder,
        @DefaultValue("24h") Duration grace,
        @Nullable S3 s3) {
    /// Any store that speaks S3, addressed by path (`endpoint/bucket/name`).
    ///
    /// @param endpoint  `https://s3.fr-par.scw.cloud`
    /// @param prefix    before each name, for a bucket that others use too; empty, or ending in a slash
    record S3(
            String endpoint,
            String bucket,
            @DefaultValue("us-east-1") String region,
            String accessKey,
            String secretKey,
            @DefaultValue("") String prefix) {
        @Override
        public String toString() {
            return "S3[" + endpoint + "/" + bucket + "/" + prefix + "]"; // never the keys
        }
    }
}
