package org.muniment.ops.vault;

import java.nio.file.Path;
import org.muniment.ops.log.DataDirectory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the vault beside the log. */
@Configuration(proxyBeanMethods = false)
class VaultWiring {
    @Bean
    FileVault vault(DataDirectory directory, @Value("${muniment.vault-key}") String keyFile) {
        Path beside = directory.vault();
        return FileVault.open(beside, keyFile.isBlank() ? beside.resolve("key") : Path.of(keyFile));
    }
}
