package org.muniment.ops.selfaudit;

import org.muniment.query.selfaudit.SelfAuditLog;
import org.muniment.query.selfaudit.SelfAuditLog.Run;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.stereotype.Component;

/** Down where the log no longer gives a pack that was frozen from it. */
@Component
class SelfAuditHealth extends AbstractHealthIndicator {
    private final SelfAuditLog results;

    SelfAuditHealth(SelfAuditLog results) {
        this.results = results;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Nightly {}

    @Override
    protected void doHealthCheck(Health.Builder health) {
        results.latest()
                .ifPresentOrElse(
                        run -> tell(run, health), () -> health.up().withDetail("last", "never"));
    }

    private static void tell(Run run, Health.Builder health) {
        (run.agrees() ? health.up() : health.down())
                .withDetail("last", run.at())
                .withDetail("packs", run.snapshots().size())
                .withDetail(
                        "disagreeing",
                        run.snapshots().stream()
                                .filter(it -> !it.agrees())
                                .map(it -> it.snapshot().value())
                                .toList());
    }
}
