package org.muniment.ops.ledger;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.Policy;
import org.muniment.ops.log.CannotStart;
import org.muniment.ops.log.DataDirectory;
import org.muniment.ops.log.LogRows;
import org.muniment.ops.log.LogTransactions;
import org.muniment.query.audit.EventProofs;
import org.muniment.query.audit.LeafHashes;
import org.muniment.query.moment.LogHead;
import org.muniment.query.moment.NotCaughtUp;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the ledger beside the log and seals from the start. */
@Configuration(proxyBeanMethods = false)
class LedgerWiring {
    /** Whom else to believe; the log's own keys are added where it is given away. */
    @Bean
    Policy witnessPolicy(@Value("${muniment.policy}") String file) {
        return Witnesses.policyIn(file);
    }

    @Bean
    Ledger ledger(
            DataDirectory directory,
            LogRows log,
            Policy witnessPolicy,
            @Value("${muniment.origin}") String origin) {
        Path beside = directory.ledger();
        try {
            return Ledger.open(
                    beside,
                    LedgerKeys.open(beside, origin, log),
                    log.rowsAfter(0, 1).isEmpty(),
                    !witnessPolicy.witnesses().isEmpty());
        } catch (LedgerFault | BadEvidence | UncheckedIOException damaged) {
            throw new CannotStart(
                    "The ledger in " + beside + " cannot be used: " + damaged.getMessage() + ".",
                    "This is an incident: somebody or something has changed its files. Keep them"
                            + " as they are and restore the directory from a backup.",
                    damaged);
        }
    }

    @Bean
    OutsideCopy outsideCopy(Ledger ledger, @Value("${muniment.checkpoint-copy}") String file) {
        return new OutsideCopy(file.isBlank() ? null : new KeptNote(Path.of(file)), ledger);
    }

    @Bean
    Witnesses witnesses(Policy witnessPolicy, Ledger ledger) {
        return new Witnesses(witnessPolicy, ledger);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Sealer sealer(
            Ledger ledger,
            @Qualifier("sealedRows") LogRows log,
            LogHead head,
            LogTransactions transactions,
            OutsideCopy outside,
            Witnesses witnesses,
            @Value("${muniment.sealing-pause}") Duration pause) {
        return new Sealer(ledger, log, head, transactions, outside, witnesses, pause);
    }

    @Bean
    SealedLog sealedLog(Sealer sealer) {
        return new SealedLog() {
            @Override
            public void requireSealed(long position, Duration patience) {
                if (!sealer.await(position, patience)) {
                    throw new NotCaughtUp(position);
                }
            }

            @Override
            public boolean isWhole(Duration patience) throws InterruptedException {
                return sealer.awaitChecked(patience);
            }
        };
    }

    @Bean
    Notary notary(Ledger ledger, Sealer sealer, Witnesses witnesses) {
        return new Notary(ledger, sealer, witnesses);
    }

    @Bean
    HealthIndicator ledgerHealth(
            Ledger ledger, Sealer sealer, Witnesses witnesses, OutsideCopy outside) {
        return () -> {
            String wrong = sealer.fault() == null ? sealer.trouble() : sealer.fault();
            Health.Builder health = wrong == null ? Health.up() : Health.down();
            return health.withDetail("sealed", ledger.sealedSize())
                    .withDetail("witnesses", witnesses.standings())
                    .withDetail("copy", outside.standing())
                    .withDetails(wrong == null ? Map.of() : Map.of("reason", wrong))
                    .build();
        };
    }

    @Bean
    Verification verification(Ledger ledger, LogRows log, Clock clock) {
        return new Verification(ledger, log, clock);
    }

    @Bean
    EventProofs eventProofs(Ledger ledger, Sealer sealer, LogRows log) {
        return new ProofsNow(ledger, sealer, log);
    }

    @Bean
    LeafHashes leafHashes(Ledger ledger) {
        return position ->
                position <= ledger.sealedSize() ? ledger.leafAt(position).toString() : null;
    }
}
