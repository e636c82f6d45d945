package org.muniment.ops;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** Starts the embedded default: see {@code ops/run}. */
@SpringBootApplication(
        scanBasePackages = "org.muniment",
        exclude = {DataSourceAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
public class Muniment {
    public static void main(String[] arguments) {
        // Nothing phones home: Axon would ask its maker for updates.
        System.setProperty("axoniq.update-checker.disabled", "true");
        SpringApplication.run(Muniment.class, arguments);
    }
}
