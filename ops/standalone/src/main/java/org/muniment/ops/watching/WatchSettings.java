package org.muniment.ops.watching;

import java.util.HashMap;
import java.util.Map;
import org.muniment.ops.log.CannotStart;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Says in the framework's words what our settings ask for. Where one is not set, what it would turn
 * on is not there at all, which an empty value could not say.
 */
final class WatchSettings implements EnvironmentPostProcessor {
    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> words = new HashMap<>();
        String port = environment.getProperty("muniment.management-port", "");
        if (!port.isBlank()) {
            words.put("management.server.port", port);
            words.put(
                    "management.server.address",
                    environment.getRequiredProperty("muniment.management-address"));
            words.put("management.endpoints.web.exposure.include", "health,prometheus");
        }
        String collector = environment.getProperty("muniment.otlp-endpoint", "");
        if (!collector.isBlank()) {
            words.put("management.opentelemetry.tracing.export.otlp.endpoint", collector);
        }
        words.put("management.tracing.export.enabled", !collector.isBlank());
        words.put("management.tracing.sampling.probability", collector.isBlank() ? 0 : 1);
        String format = environment.getProperty("muniment.log-format", "text");
        switch (format) {
            case "json" -> words.put("logging.structured.format.console", "ecs");
            case "text" -> {}
            default ->
                    throw new CannotStart(
                            "MUNIMENT_LOG_FORMAT is not a form of log lines.",
                            "Set it to json or to text.");
        }
        environment.getPropertySources().addFirst(new MapPropertySource("watching", words));
    }
}
