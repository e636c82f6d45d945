package org.muniment.ops.vault;

import java.nio.file.Path;
import org.muniment.ops.log.DataDirectory;
import org.muniment.ops.safe.Safes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the vault beside the log. */
@Configuration(proxyBeanMethods = false)
class VaultWiring {
    @Bean
    PersonVault vault(
            DataDirectory directory, Safes safes, @Value("${muniment.vault-key}") String keyFile) {
        return PersonVault.open(
                safes.of("vault"),
                keyFile.isBlank() ? directory.area("vault").resolve("key") : Path.of(keyFile));
    }
}
