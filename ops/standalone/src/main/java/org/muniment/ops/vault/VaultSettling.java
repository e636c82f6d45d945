package org.muniment.ops.vault;

import java.time.Duration;
import org.muniment.command.person.VaultInStep;
import org.muniment.ops.ledger.SealedLog;
import org.muniment.ops.turn.Leadership;
import org.muniment.ops.turn.TakesTurn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Brings the vault in step with the log after a start or where this process takes its turn, if the
 * log is the one that was sealed. After a start nobody waits for that: a long log is hashed for
 * longer than it takes to be ready.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class VaultSettling implements ApplicationRunner, TakesTurn {
    private static final Logger LOG = LoggerFactory.getLogger(VaultSettling.class);
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final SealedLog log;
    private final VaultInStep vault;
    private final Leadership leadership;

    VaultSettling(SealedLog log, VaultInStep vault, Leadership leadership) {
        this.log = log;
        this.leadership = leadership;
        this.vault = vault;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (leadership.isMine()) {
            Thread thread = new Thread(this::settle, "vault");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void settle() {
        try {
            if (log.isWhole(PATIENCE)) {
                vault.settleAll();
            } else {
                LOG.error("Nothing is removed from the vault: the log is not what was sealed");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The sealer knows by now that the log begins with what was sealed. */
    @Override
    public void takeTurn() {
        vault.settleAll();
    }
}
