package org.muniment.ops.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.ops.crash.Needs;
import org.muniment.ops.log.Rounds.Stage;

/**
 * Whichever call of the system about the log's files fails, and in whichever way: what was
 * acknowledged is kept, what was refused is not, and the store goes on or says that it does not. Of
 * every kind one fault is tried; {@code -Dmuniment.faults=1000} tries as many, {@code
 * -Dmuniment.kills.seed=…} repeats a run's choices.
 */
class FailingCallsTest {
    private static final int OF_A_KIND = Integer.getInteger("muniment.faults", 1);
    private static final long SEED =
            Long.getLong("muniment.kills.seed", new Random().nextInt(1_000_000));

    private static final int LEAST_CUTS = 10;
    private static final int MOST_CUTS = 500;

    /** In bytes: SQLite's shared memory is a file too. */
    private static final int SHARED_MEMORY = 32_768;

    /** In bytes: about how long the write-ahead log becomes. */
    private static final int WRITTEN = 120_000;

    @TempDir private Path directory;

    @BeforeEach
    void straceCanBeHad() throws Exception {
        Needs.straceOfAnother();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasAcknowledgedIsKeptAndNothingElse(Stage stage) throws Exception {
        List<String> wrong = new ArrayList<>();
        int reached = 0;
        int tried;
        try (RoundsProcess store = RoundsProcess.start()) {
            Rounds rounds = new Rounds(store, directory);
            Map<String, Integer> calls = rounds.withoutFault(stage).calls();
            List<Fault> faults = faultsOf(calls);
            tried = faults.size();
            for (Fault fault : faults) {
                if (!store.isAlive()) {
                    break;
                }
                try {
                    reached += rounds.with(fault, stage).reached() ? 1 : 0;
                } catch (AssertionError found) {
                    wrong.add(fault + ": " + found.getMessage());
                }
            }
            System.out.printf(
                    "faults: %s, seed %d: %d of %d came to be, in the calls %s%n",
                    stage, SEED, reached, tried, calls);
        }
        assertThat(wrong).isEmpty();
        assertThat(reached).isGreaterThan(tried / 2);
    }

    /** In any byte of what a few commands write. */
    @Test
    void aWriteThatIsCutShortIsNotAcknowledged() throws Exception {
        Needs.prlimit();
        Random random = new Random(SEED);
        int met = 0;
        try (RoundsProcess store = RoundsProcess.start()) {
            Rounds rounds = new Rounds(store, directory);
            int times = Math.min(LEAST_CUTS * OF_A_KIND, MOST_CUTS);
            for (int i = 0; i < times; i++) {
                int bytes = SHARED_MEMORY + random.nextInt(WRITTEN - SHARED_MEMORY);
                met += rounds.withFilesOfAtMost(bytes) ? 1 : 0;
            }
            System.out.printf("faults: %d of %d writes cut short, seed %d%n", met, times, SEED);
        }
        assertThat(met).isPositive();
    }

    @Test
    void aStoreThatAcknowledgesWhatWasNotFlushedIsFound() throws Exception {
        requireFound(new Fault("fsync", 1, "error=EIO", true), RoundsProcess.start("heedless"));
    }

    @Test
    void aDiskThatDoesNotWriteWhatItSaysIsFound() throws Exception {
        requireFound(new Fault("pwrite64", 20, "retval=4096", true), RoundsProcess.start());
    }

    private void requireFound(Fault fault, RoundsProcess process) throws Exception {
        try (process) {
            Rounds rounds = new Rounds(process, directory);
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> rounds.with(fault, Stage.AFTER_A_KILL))
                    .withMessageContaining("was acknowledged and is lost");
        }
    }

    /** In random order, and of each kind only so many. */
    private static List<Fault> faultsOf(Map<String, Integer> calls) {
        List<Fault> all = new ArrayList<>();
        calls.forEach(
                (call, times) ->
                        IntStream.rangeClosed(1, times)
                                .forEach(place -> all.addAll(Fault.of(call, place))));
        Collections.shuffle(all, new Random(SEED));
        Map<String, Integer> taken = new HashMap<>();
        return all.stream()
                .filter(fault -> taken.merge(fault.kind(), 1, Integer::sum) <= OF_A_KIND)
                .toList();
    }
}
