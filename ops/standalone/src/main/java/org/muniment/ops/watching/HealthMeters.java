package org.muniment.ops.watching;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.stereotype.Component;

/** What health says, one gauge a part, so that an alert can name the part that is down. */
@Component
final class HealthMeters implements SmartInitializingSingleton {
    private static final Set<Status> BAD = Set.of(Status.DOWN, Status.OUT_OF_SERVICE);

    private final HealthContributorRegistry parts;
    private final MeterRegistry meters;

    HealthMeters(HealthContributorRegistry parts, MeterRegistry meters) {
        this.parts = parts;
        this.meters = meters;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (HealthContributors.Entry part : parts) {
            if (part.contributor() instanceof HealthIndicator indicator) {
                Gauge.builder("muniment.health", indicator, HealthMeters::wellness)
                        .description("1 where this part of Muniment is well, 0 where it is not")
                        .tag("part", part.name().replaceFirst("Health$", ""))
                        .register(meters);
            }
        }
    }

    private static double wellness(HealthIndicator part) {
        return BAD.contains(part.health(false).getStatus()) ? 0 : 1;
    }
}
