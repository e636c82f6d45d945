package org.muniment.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.kernel.ledger.AddCheckpoint;

/** A log that shows every sender another history at the same moment gets one of them cosigned. */
class ConcurrencyTest {
    private static final int SENDERS = 16;
    private static final int ROUNDS = 8;
    private static final int COMMON = 5;

    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);

    @Test
    void ofManyHistoriesAtOnceOneIsCosignedAndKept(@TempDir Path data) throws Exception {
        TestLog[] logs =
                IntStream.range(0, ROUNDS)
                        .mapToObj(round -> TestLog.of("councils.example/" + round))
                        .toArray(TestLog[]::new);
        try (RunningWitness witness = RunningWitness.watching(data, new TestClock(), logs)) {
            for (TestLog log : logs) {
                assertThat(witness.add(log.growth(0, COMMON)).statusCode()).isEqualTo(200);
                oneWins(witness, log);
            }
        } finally {
            senders.shutdown();
        }
    }

    private void oneWins(RunningWitness witness, TestLog log) throws Exception {
        List<HttpResponse<String>> answers = atOnce(witness, log);

        List<Integer> winners =
                IntStream.range(0, SENDERS)
                        .filter(sender -> answers.get(sender).statusCode() == 200)
                        .boxed()
                        .toList();
        assertThat(winners).hasSize(1);
        int winner = winners.get(0);
        String kept = history(log, winner).checkpoint().with(answers.get(winner).body()).toString();
        assertThat(witness.last(log).body()).isEqualTo(kept);
        assertThat(Files.readString(witness.stateOf(log))).isEqualTo(kept);
        answers.remove(winner);
        assertThat(answers)
                .allSatisfy(
                        answer -> {
                            assertThat(answer.statusCode()).isEqualTo(409);
                            assertThat(answer.body()).isEqualTo(size(winner) + "\n");
                        });
    }

    private List<HttpResponse<String>> atOnce(RunningWitness witness, TestLog log)
            throws Exception {
        CyclicBarrier start = new CyclicBarrier(SENDERS);
        List<Callable<HttpResponse<String>>> tasks = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            AddCheckpoint submitted = history(log, sender);
            tasks.add(
                    () -> {
                        start.await();
                        return witness.add(submitted);
                    });
        }
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (Future<HttpResponse<String>> answer : senders.invokeAll(tasks)) {
            answers.add(answer.get());
        }
        return answers;
    }

    private static AddCheckpoint history(TestLog log, int sender) {
        return log.fork(COMMON, "history " + sender + " ").growth(COMMON, size(sender));
    }

    private static int size(int sender) {
        return COMMON + 1 + sender;
    }
}
