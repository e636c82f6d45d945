package org.muniment.ops.ledger;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.Policy;
import org.muniment.ops.files.DurableFile;
import org.muniment.ops.log.CannotStart;
import org.muniment.ops.log.DataDirectory;
import org.muniment.ops.log.LogRows;
import org.muniment.ops.log.LogTransactions;
import org.muniment.ops.safe.Safe;
import org.muniment.ops.safe.SafeUnavailable;
import org.muniment.ops.safe.Safes;
import org.muniment.ops.turn.Leadership;
import org.muniment.ops.turn.TakesTurn;
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
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

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
            Safes safes,
            LogRows log,
            Policy witnessPolicy,
            Leadership leadership,
            @Value("${muniment.origin}") String origin) {
        Safe safe = safes.of("ledger");
        try {
            DurableFile.makeSecretDirectory(directory.area("ledger"));
            LedgerKeys keys = LedgerKeys.open(safe, origin, log);
            boolean isNew = log.rowsAfter(0, 1).isEmpty();
            Ledger ledger =
                    Ledger.open(
                            directory.area("ledger").resolve("hashes"),
                            safe,
                            keys,
                            !witnessPolicy.witnesses().isEmpty());
            if (isNew && leadership.isMine()) {
                ledger.begin();
            }
            return ledger;
        } catch (LedgerFault | BadEvidence | SafeUnavailable | UncheckedIOException damaged) {
            throw new CannotStart(
                    "The ledger in %s cannot be used: %s."
                            .formatted(safe.place(), damaged.getMessage()),
                    "This is an incident: somebody or something has changed it. Keep it as it is"
                            + " and restore it from a backup.",
                    damaged);
        }
    }

    @Bean
    OutsideCopy outsideCopy(
            Ledger ledger,
            Leadership leadership,
            @Value("${muniment.checkpoint-copy}") String file) {
        KeptNote copy = file.isBlank() ? null : KeptNote.in(Path.of(file));
        return new OutsideCopy(copy, ledger, leadership);
    }

    @Bean
    Witnesses witnesses(Policy witnessPolicy, Ledger ledger, Leadership leadership) {
        return new Witnesses(witnessPolicy, ledger, leadership);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Sealer sealer(
            Ledger ledger,
            @Qualifier("sealedRows") LogRows log,
            LogHead head,
            LogTransactions transactions,
            OutsideCopy outside,
            Witnesses witnesses,
            Leadership leadership,
            @Value("${muniment.sealing-pause}") Duration pause) {
        return new Sealer(ledger, log, head, transactions, outside, witnesses, leadership, pause);
    }

    /** Before anything else that begins with a turn: what must not be written is known then. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    TakesTurn sealersTurn(Sealer sealer) {
        return sealer::takeTurn;
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
