package org.muniment.ops.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.crash.History;
import org.muniment.ops.crash.History.Outcome;

/**
 * The store is killed again and again while eight clients write; after each time the log is what
 * they were told. {@code -Dmuniment.kills.store=1000} kills as often, {@code
 * -Dmuniment.kills.seed=…} repeats a run's choices.
 */
class StoreKillTest {
    private static final int KILLS = Integer.getInteger("muniment.kills.store", 40);
    private static final long SEED =
            Long.getLong("muniment.kills.seed", new Random().nextInt(1_000_000));
    private static final int CLIENTS = 8;
    private static final int MOST_ACKNOWLEDGED = 60;
    private static final int MOST_NANOS = 3_000_000;

    @Test
    void noAcknowledgedCommandIsLostDoubledOrReordered(@TempDir Path directory) throws Exception {
        Path log = directory.resolve("muniment.db");
        Random random = new Random(SEED);
        History history = new History();
        for (int kill = 0; kill < KILLS; kill++) {
            Path told = directory.resolve("history-" + kill);
            try (StoreProcess store =
                    StoreProcess.start(List.of(), log, told, kill * CLIENTS, CLIENTS, SEED)) {
                store.await(1 + random.nextInt(MOST_ACKNOWLEDGED));
                LockSupport.parkNanos(random.nextInt(MOST_NANOS));
                store.kill();
            }
            history.addFrom(told);
            history.found(StoreProcess.keptIn(log, history.read()), true);
        }

        history.requireKeptAsTold();
        assertThat(StoreProcess.integrityOf(log)).isEqualTo("ok");
        System.out.printf(
                "store kills: %d, seed %d: %d commands acknowledged, %d failed, %d unknown (%d of"
                        + " them kept), %d events%n",
                KILLS,
                SEED,
                history.count(Outcome.ACKNOWLEDGED),
                history.count(Outcome.FAILED),
                history.unknown().size(),
                history.unknown().stream().filter(history::isKept).count(),
                history.read());
        assertThat(Files.size(log)).isPositive();
    }
}
