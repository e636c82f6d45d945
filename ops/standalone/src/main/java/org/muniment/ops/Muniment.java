package org.muniment.ops;

import java.util.Locale;
import org.muniment.ops.access.FirstAdministrator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the embedded default: see {@code ops/run}. */
@SpringBootApplication(
        scanBasePackages = "org.muniment",
        exclude = {
            DataSourceAutoConfiguration.class,
            // What no controller answers, the server does: see ServerErrors.
            ErrorMvcAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
public class Muniment {
    public static void main(String[] arguments) {
        // Nothing phones home: Axon would ask its maker for updates.
        System.setProperty("axoniq.update-checker.disabled", "true");
        // What it prints must not depend on the machine it runs on.
        Locale.setDefault(Locale.UK);
        ConfigurableApplicationContext context = SpringApplication.run(Muniment.class, arguments);
        if (context.getEnvironment().containsProperty(FirstAdministrator.PROPERTY)) {
            System.exit(SpringApplication.exit(context));
        }
    }
}
