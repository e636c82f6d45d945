package org.muniment.ops.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import org.muniment.ops.http.Examples;
import tools.jackson.databind.JsonNode;

/**
 * Many clients edit one thing at once, each reading its version before every attempt. {@code
 * -Dmuniment.edits=1000} makes each try as often.
 */
class RaceTest {
    private static final int CLIENTS = 64;
    private static final int EDITS = Integer.getInteger("muniment.edits", 50);
    private static final String LINE = "/api/budget-lines/line";
    private static final BigDecimal EACH = new BigDecimal("0.001");

    private final Map<String, Long> accepted = new ConcurrentHashMap<>();
    private final AtomicInteger stale = new AtomicInteger();

    @Test
    void everyAcceptedEditIsOneStepOfTheVersionAndOnceInTheHistory(@TempDir Path data)
            throws Exception {
        try (Running muniment = Running.on(data, "demo-people", "--muniment.limits.requests=0")) {
            muniment.post("admin", "/api/partnerships", Examples.PARTNERSHIP);
            muniment.post("admin", "/api/partnerships/pair/plans", Examples.PLAN);
            muniment.post("finance-officer", "/api/plans/plan/budget-lines", Examples.line("line"));

            editAtOnce(muniment);

            JsonNode line = muniment.get(LINE).json();
            requireEachOnce(accepted, history(muniment), line.get("version").asLong());
            assertThat(accepted).isNotEmpty();
            assertThat(accepted.size() + stale.get()).isEqualTo(CLIENTS * EDITS);
            assertThat(new BigDecimal(line.get("amount").asString()))
                    .isEqualByComparingTo(
                            BigDecimal.ONE.add(EACH.multiply(new BigDecimal(accepted.size()))));
            System.out.printf(
                    "%d clients: %d edits accepted, %d stale%n",
                    CLIENTS, accepted.size(), stale.get());
        }
    }

    @Test
    void anEditThatWasLostTwiceKeptOrNeverAcceptedIsNoticed() {
        requireEachOnce(Map.of("a", 2L, "b", 3L), List.of("a", "b"), 3);

        assertNoticed(Map.of("a", 2L, "b", 3L), List.of("a"), 3);
        assertNoticed(Map.of("a", 2L, "b", 3L), List.of("a", "b", "b"), 3);
        assertNoticed(Map.of("a", 2L), List.of("a", "b"), 3);
        assertNoticed(Map.of("a", 2L, "b", 2L), List.of("a", "b"), 3);
        assertNoticed(Map.of("a", 2L, "b", 3L), List.of("a", "b"), 4);
    }

    private static void assertNoticed(Map<String, Long> told, List<String> kept, long version) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> requireEachOnce(told, kept, version));
    }

    /**
     * @param told the version each accepted edit was answered with
     * @param kept the edits of the history in order; the line's approval is version 1
     */
    private static void requireEachOnce(Map<String, Long> told, List<String> kept, long version) {
        Map<Long, String> byVersion = new TreeMap<>();
        told.forEach((edit, step) -> byVersion.put(step, edit));
        assertThat(byVersion).hasSameSizeAs(told);
        assertThat(byVersion.values()).containsExactlyElementsOf(kept);
        assertThat(version).isEqualTo(1L + told.size());
    }

    private void editAtOnce(Running muniment) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Void>> races = new ArrayList<>();
            IntStream.range(0, CLIENTS).forEach(client -> races.add(() -> edit(muniment, client)));
            for (Future<Void> race : clients.invokeAll(races)) {
                race.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private Void edit(Running muniment, int client) {
        for (int number = 0; number < EDITS; number++) {
            String edit = "client " + client + ", edit " + number;
            long seen = muniment.get(LINE).json().get("version").asLong();
            Answer answer =
                    muniment.postUnread(
                            "finance-officer",
                            LINE + "/adjustments",
                            "{\"change\": \"%s\", \"reason\": \"%s\"}".formatted(EACH, edit),
                            "If-Match",
                            "\"" + seen + "\"");
            if (answer.status() == 412) {
                stale.incrementAndGet();
            } else {
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                assertThat(answer.json().get("version").asLong()).isEqualTo(seen + 1);
                accepted.put(edit, seen + 1);
            }
        }
        return null;
    }

    private static List<String> history(Running muniment) {
        List<String> edits = new ArrayList<>();
        long after = 0;
        while (true) {
            JsonNode page = muniment.get(LINE + "/history?limit=1000&after=" + after).json();
            for (JsonNode event : page.get("events")) {
                if (event.get("type").asString().equals("budget-line.adjusted")) {
                    edits.add(event.at("/payload/reason").asString());
                }
            }
            if (!page.hasNonNull("next")) {
                return edits;
            }
            after = page.get("next").asLong();
        }
    }
}
