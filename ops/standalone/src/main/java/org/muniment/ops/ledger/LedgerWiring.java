package org.muniment.ops.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.ops.log.CannotStart;
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
        try {
            return Ledger.open(beside, LedgerKeys.open(beside, origin, log));
        } catch (LedgerFault | BadEvidence damaged) {
            throw new CannotStart(
                    "The ledger cannot be used: " + damaged.getMessage() + ".",
                    "This is an incident: somebody has changed its files. Keep them as they are and"
                            + " restore the directory from a backup.");
        }
    }

    @Bean
    OutsideCopy outsideCopy(Ledger ledger, @Value("${muniment.checkpoint-copy}") String file) {
        return new OutsideCopy(file.isBlank() ? null : new KeptNote(Path.of(file)), ledger);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Sealer sealer(
            Ledger ledger,
            LogRows log,
            LogHead head,
            LogTransactions transactions,
            OutsideCopy outside,
            @Value("${muniment.sealing-pause}") Duration pause,
            MeterRegistry meters) {
        Gauge.builder(
                        "muniment.ledger.unsealed",
                        ledger,
                        it -> Math.max(0, head.position() - it.sealedSize()))
                .description("Events on disk that no checkpoint speaks of yet")
                .register(meters);
        return new Sealer(ledger, log, head, transactions, outside, pause);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Witnesses witnesses(
            Ledger ledger,
            Sealer sealer,
            LogHead head,
            @Value("${muniment.policy}") String policy,
            MeterRegistry meters) {
        Gauge.builder(
                        "muniment.ledger.uncosigned",
                        ledger,
                        it -> Math.max(0, head.position() - it.cosignedSize()))
                .description("Events on disk that no cosigned checkpoint speaks of yet")
                .register(meters);
        return new Witnesses(Witnesses.policyIn(policy), ledger, sealer);
    }

    @Bean
    Notary notary(Ledger ledger, Witnesses witnesses) {
        return new Notary(ledger, witnesses);
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
    HealthIndicator ledgerHealth(
            Ledger ledger, Sealer sealer, Witnesses witnesses, OutsideCopy outside) {
        return () -> {
            String fault = sealer.fault();
            return fault == null
                    ? Health.up()
                            .withDetail("sealed", ledger.sealedSize())
                            .withDetail("witnesses", witnesses.standings())
                            .withDetail("copy", standing(outside))
                            .build()
                    : Health.down().withDetail("reason", fault).build();
        };
    }

    private static String standing(OutsideCopy outside) {
        if (!outside.isKept()) {
            return "none is kept outside";
        }
        return outside.trouble() == null ? "kept outside" : outside.trouble();
    }

    @Bean
    LeafHashes leafHashes(Ledger ledger) {
        return position ->
                position <= ledger.sealedSize() ? ledger.leafAt(position).toString() : null;
    }
}
