package org.muniment.ops.selfaudit;

import org.muniment.query.selfaudit.SelfAuditLog;
import org.muniment.query.selfaudit.SelfAuditLog.Run;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.stereotype.Component;

/** Down where the log no longer gives a pack that was frozen from it. */
@Component
class SelfAuditHealth implements HealthIndicator {
    private final SelfAuditLog results;

    SelfAuditHealth(SelfAuditLog results) {
        this.results = results;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Nightly {}

    @Override
    public Health health() {
        return results.latest()
                .map(SelfAuditHealth::health)
                .orElseGet(() -> Health.up().withDetail("last", "never").build());
    }

    private static Health health(Run run) {
        return (run.agrees() ? Health.up() : Health.down())
                .withDetail("last", run.at())
                .withDetail("packs", run.snapshots().size())
                .withDetail(
                        "disagreeing",
                        run.snapshots().stream()
                                .filter(it -> !it.agrees())
                                .map(it -> it.snapshot().value())
                                .toList())
                .build();
    }
}
