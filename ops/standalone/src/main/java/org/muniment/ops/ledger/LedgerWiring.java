package org.muniment.ops.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import org.muniment.ops.log.DataDirectory;
import org.muniment.ops.log.LogRows;
import org.muniment.ops.log.LogTransactions;
import org.muniment.query.audit.LeafHashes;
import org.muniment.query.moment.LogHead;
import org.muniment.query.moment.NotCaughtUp;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the ledger beside the log and seals from the start. */
@Configuration(proxyBeanMethods = false)
class LedgerWiring {
    @Bean
    Ledger ledger(
            DataDirectory directory, LogRows log, @Value("${muniment.origin}") String origin) {
        Path beside = directory.ledger();
        return Ledger.open(beside, LedgerKeys.open(beside, origin, log));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Sealer sealer(
            Ledger ledger,
            LogRows log,
            LogHead head,
            LogTransactions transactions,
            @Value("${muniment.checkpoint-copy}") String copy,
            MeterRegistry meters) {
        Gauge.builder(
                        "muniment.ledger.unsealed",
                        ledger,
                        it -> Math.max(0, head.position() - it.sealedSize()))
                .description("Events on disk that no checkpoint speaks of yet")
                .register(meters);
        return new Sealer(
                ledger,
                log,
                head,
                transactions,
                copy.isBlank() ? null : new KeptNote(Path.of(copy)));
    }

    @Bean
    SealedLog sealedLog(Sealer sealer) {
        return (position, patience) -> {
            if (!sealer.await(position, patience)) {
                throw new NotCaughtUp(position);
            }
        };
    }

    @Bean
    HealthIndicator ledgerHealth(Ledger ledger, Sealer sealer) {
        return () -> {
            String fault = sealer.fault();
            return fault == null
                    ? Health.up().withDetail("sealed", ledger.sealedSize()).build()
                    : Health.down().withDetail("reason", fault).build();
        };
    }

    @Bean
    LeafHashes leafHashes(Ledger ledger) {
        return position ->
                position <= ledger.sealedSize() ? ledger.leafAt(position).toString() : null;
    }
}
