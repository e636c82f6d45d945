package org.muniment.ops.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Patience;
import org.muniment.ops.crash.History.Outcome;
import org.muniment.ops.http.Examples;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole application is ended again and again while commands run; its read models outlive it.
 * {@code -Dmuniment.kills.application=200} kills as often.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("muniment.kills.application", 3);
    private static final long SEED =
            Long.getLong("muniment.kills.seed", new Random().nextInt(1_000_000));
    private static final int MOST_ACKNOWLEDGED = 150;
    private static final int STOP_SECONDS = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir private Path data;

    @Test
    void noAcknowledgedCommandIsLostDoubledOrReorderedAndReadModelsAreThoseOfAFreshFold()
            throws Exception {
        Load load = new Load();
        Random random = new Random(SEED);
        MongoServer lasting = new MongoServer(new MemoryBackend());
        String readModels = "--muniment.mongodb=mongodb://127.0.0.1:" + lasting.bind().getPort();
        long unknown = 0;
        int kills = 0;
        String resumed = "";
        try {
            for (int kill = 0; kill <= KILLS; kill++) {
                try (Killed muniment = Killed.start(data, readModels)) {
                    if (kill == 0) {
                        load.prepare(muniment);
                    }
                    unknown += load.history().unknown().size();
                    load.read(muniment);
                    load.askAgain(muniment);
                    load.read(muniment);
                    load.history().requireKeptAsTold();
                    requireVerified(muniment);
                    resumed = kill == 0 ? "" : load.dashboard(muniment);
                    if (kill < KILLS) {
                        load.until(1 + random.nextInt(MOST_ACKNOWLEDGED), muniment, muniment::kill);
                        kills++;
                    }
                }
            }
        } finally {
            lasting.shutdownNow();
            tell(kills, load, unknown);
        }
        try (Killed afresh = Killed.start(data)) {
            assertThat(load.dashboard(afresh)).isEqualTo(resumed);
        }
    }

    /** Also of a run that is broken off. */
    private static void tell(int kills, Load load, long unknown) {
        System.out.printf(
                "application kills: %d, seed %d: %d commands acknowledged, %d of them asked again"
                        + " after an unknown end%n",
                kills, SEED, load.history().count(Outcome.ACKNOWLEDGED), unknown);
    }

    @Test
    void toldToStopItFinishesWhatItHasBegunAndAcceptsNothingMore() throws Exception {
        Load load = new Load();
        try (Killed muniment = Killed.start(data)) {
            load.prepare(muniment);
            load.until(
                    40,
                    muniment,
                    () ->
                            assertThat(muniment.terminate().waitFor(STOP_SECONDS, TimeUnit.SECONDS))
                                    .as("it ended in time")
                                    .isTrue());
        }

        try (Killed again = Killed.start(data)) {
            load.read(again);
            load.history().requireKeptAsTold();
            requireVerified(again);
        }
    }

    @Test
    void aSecondProcessOnTheSameDataIsToldSo() throws Exception {
        try (Killed first = Killed.start(data)) {
            assertThatThrownBy(() -> Killed.start(data).close())
                    .hasMessageContaining("is in use")
                    .hasMessageContaining("Another process is using it");
            assertThat(first.get("/actuator/health").statusCode()).isEqualTo(200);
        }
    }

    /** What a careless copy leaves out, and what it holds. */
    @Test
    void withoutItsWriteAheadLogItKnowsThatEventsAreMissingAndWritesNothing() throws Exception {
        try (Killed first = Killed.start(data)) {
            first.post("admin", "/api/partnerships", Examples.PARTNERSHIP);
            Patience.await()
                    .until(() -> first.get("/api/ledger/checkpoint").body().contains("\n1\n"));
            first.kill();
        }
        Files.delete(data.resolve("muniment.db-wal"));
        Files.delete(data.resolve("muniment.db-shm"));

        try (Killed second = Killed.start(data)) {
            Patience.await()
                    .until(() -> second.get("/actuator/health").body().contains("were sealed"));
            HttpResponse<String> refused =
                    second.post("admin", "/api/partnerships", Examples.PARTNERSHIP);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private static void requireVerified(Killed muniment) throws Exception {
        muniment.post("auditor", "/api/ledger/verification", "");
        Patience.await()
                .until(
                        () ->
                                !JSON.readTree(muniment.get("/api/ledger/verification").body())
                                        .get("state")
                                        .asString()
                                        .equals("RUNNING"));
        assertThat(muniment.get("/api/ledger/verification").body()).contains("PASSED");
    }
}
