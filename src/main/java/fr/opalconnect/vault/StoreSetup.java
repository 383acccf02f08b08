package fr.opalconnect.vault;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where files lie.
@Configuration(proxyBeanMethods = false)
class StoreSetup {
    @Bean
    Store store(VaultSettings settings) {
        VaultSettings.S3 s3 = settings.s3();
        return s3 == null ? new FolderStore(settings.folder()) : new S3Store(s3);
    }
}
