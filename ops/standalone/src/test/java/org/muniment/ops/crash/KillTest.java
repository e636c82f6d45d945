package org.muniment.ops.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.http.Examples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Killed while commands run, it keeps every command that it had acknowledged. */
class KillTest {
    private static final int CLIENTS = 4;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<Long, String> acknowledged = new ConcurrentHashMap<>();

    @Test
    void noAcknowledgedCommandIsLostAndTheDashboardComesBackTheSame(@TempDir Path data)
            throws Exception {
        try (Killed first = Killed.start(data)) {
            prepare(first);
            killUnderLoad(first);
        }
        String dashboard;
        try (Killed second = Killed.start(data)) {
            Map<Long, String> kept = figures(second);
            assertThat(kept).containsAllEntriesOf(acknowledged);
            assertThat(kept.keySet()).isEqualTo(positions(kept.size()));
            dashboard = dashboard(second, kept);
            killUnderLoad(second);
        }
        try (Killed third = Killed.start(data)) {
            Map<Long, String> kept = figures(third);
            assertThat(kept).containsAllEntriesOf(acknowledged);
            assertThat(withoutMoment(third.get(lastDashboard))).isEqualTo(dashboard);
        }
    }

    private String lastDashboard;

    private String dashboard(Killed muniment, Map<Long, String> kept) throws Exception {
        long head = ((TreeMap<Long, String>) kept).lastKey();
        lastDashboard = "/api/plans/plan/dashboard?asAt=2026-11-30&asOf=position:" + head;
        return withoutMoment(muniment.get(lastDashboard));
    }

    private static String withoutMoment(String dashboard) {
        return JSON.readTree(dashboard).get("kpis").toString();
    }

    private static void prepare(Killed muniment) throws Exception {
        muniment.post("admin", "/api/partnerships", Examples.PARTNERSHIP);
        muniment.post("admin", "/api/partnerships/pair/plans", Examples.PLAN);
        for (int client = 0; client < CLIENTS; client++) {
            muniment.post("officer", "/api/plans/plan/kpis", Examples.kpi("kpi-" + client));
        }
    }

    private void killUnderLoad(Killed muniment) throws Exception {
        CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);
        List<Thread> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            int number = client;
            Thread thread = new Thread(() -> send(muniment, number, enough));
            thread.start();
            clients.add(thread);
        }
        enough.await();
        muniment.kill();
        for (Thread client : clients) {
            client.join();
        }
    }

    private void send(Killed muniment, int client, CountDownLatch enough) {
        Random random = new Random(client);
        try {
            while (true) {
                String figure = "9%d.%06d".formatted(random.nextInt(10), random.nextInt(1_000_000));
                String body = "{\"month\": \"2026-06\", \"actual\": \"" + figure + "\"}";
                HttpResponse<String> answer =
                        muniment.post("officer", "/api/kpis/kpi-" + client + "/actuals", body);
                assertThat(answer.statusCode()).isEqualTo(200);
                acknowledged.put(JSON.readTree(answer.body()).get("position").asLong(), figure);
                enough.countDown();
            }
        } catch (IOException killed) {
            // What was under way when it was killed may be kept or not: nobody was told.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<Long, String> figures(Killed muniment) throws Exception {
        TreeMap<Long, String> figures = new TreeMap<>();
        long after = 0;
        while (true) {
            JsonNode page =
                    JSON.readTree(muniment.get("/api/plans/plan/events?limit=1000&after=" + after));
            for (JsonNode event : page.get("events")) {
                figures.put(
                        event.get("position").asLong(),
                        event.at("/payload/measurement/actual").asString(""));
            }
            if (!page.hasNonNull("next")) {
                return figures;
            }
            after = page.get("next").asLong();
        }
    }

    /** The partnership's own event is at position 1; the plan's follow without a gap. */
    private static Set<Long> positions(int count) {
        Set<Long> positions = new TreeSet<>();
        for (long position = 2; position < count + 2; position++) {
            positions.add(position);
        }
        return positions;
    }
}
