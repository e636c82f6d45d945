package org.muniment.ops.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.muniment.ops.Patience;
import org.muniment.ops.crash.History.Command;
import org.muniment.ops.crash.History.Kept;
import org.muniment.ops.crash.History.Outcome;
import org.muniment.ops.http.Examples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clients who record one figure after another, each of a KPI of their own, and know what they were
 * told. Whoever got no answer asks again once there is somebody to ask.
 */
final class Load {
    static final int CLIENTS = 4;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CLIENT_BASE = 90;
    private static final int OK = 200;

    private final History history = new History();
    private final Map<Integer, Integer> next = new HashMap<>();
    private final Map<Integer, String> seen = new HashMap<>();

    History history() {
        return history;
    }

    void prepare(Killed muniment) throws Exception {
        muniment.post("admin", "/api/partnerships", Examples.PARTNERSHIP);
        muniment.post("admin", "/api/partnerships/pair/plans", Examples.PLAN);
        for (int client = 0; client < CLIENTS; client++) {
            muniment.post("officer", "/api/plans/plan/kpis", Examples.kpi("kpi-" + client));
            seen.put(
                    client,
                    muniment.get("/api/kpis/kpi-" + client)
                            .headers()
                            .firstValue("ETag")
                            .orElseThrow());
            next.put(client, 0);
        }
    }

    /** Until {@code enough} were acknowledged; then {@code end} happens, and all come home. */
    void until(int enough, Killed muniment, Ending end) throws Exception {
        AtomicInteger acknowledged = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> sending = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int number = client;
                sending.add(clients.submit(() -> send(muniment, number, acknowledged)));
            }
            Patience.await()
                    .until(
                            () ->
                                    acknowledged.get() >= enough
                                            || sending.stream().anyMatch(Future::isDone));
            end.happens();
            for (Future<?> each : sending) {
                each.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    @FunctionalInterface
    interface Ending {
        void happens() throws Exception;
    }

    private void send(Killed muniment, int client, AtomicInteger acknowledged) {
        try {
            while (true) {
                Command command = new Command(client, nextOf(client));
                history.sent(command, 1);
                if (!isAcknowledged(muniment, command)) {
                    return;
                }
                acknowledged.incrementAndGet();
            }
        } catch (IOException gone) {
            // It is unknown what became of the last one.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized int nextOf(int client) {
        return next.merge(client, 1, Integer::sum) - 1;
    }

    /** A refusal because it is ending is one: nothing was kept. */
    private boolean isAcknowledged(Killed muniment, Command command)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = record(muniment, command);
        if (answer.statusCode() != OK) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            history.told(command, Outcome.FAILED);
            return false;
        }
        history.told(command, Outcome.ACKNOWLEDGED);
        synchronized (this) {
            seen.put(command.client(), answer.headers().firstValue("ETag").orElseThrow());
        }
        return true;
    }

    private HttpResponse<String> record(Killed muniment, Command command)
            throws IOException, InterruptedException {
        String version;
        synchronized (this) {
            version = seen.get(command.client());
        }
        return muniment.post(
                "officer",
                "/api/kpis/kpi-" + command.client() + "/actuals",
                "{\"month\": \"2026-06\", \"actual\": \"" + figure(command) + "\"}",
                "If-Match",
                version,
                "Idempotency-Key",
                "figure-" + command.client() + "-" + command.number());
    }

    /** Those of whom it is unknown are sent again, word for word, and told what became of them. */
    void askAgain(Killed muniment) throws Exception {
        for (Command command : history.unknown()) {
            assertThat(isAcknowledged(muniment, command)).isTrue();
        }
    }

    /** Reads what the log holds of them since the last time. */
    void read(Killed muniment) throws Exception {
        List<Kept> kept = new ArrayList<>();
        long after = history.read();
        while (true) {
            JsonNode page =
                    JSON.readTree(
                            muniment.getPatiently(
                                    "/api/plans/plan/events?limit=1000&after=" + after));
            for (JsonNode event : page.get("events")) {
                String actual = event.at("/payload/measurement/actual").asString("");
                if (!actual.isEmpty()) {
                    kept.add(new Kept(event.get("position").asLong(), command(actual), 1));
                }
            }
            if (!page.hasNonNull("next")) {
                history.found(kept, false);
                return;
            }
            after = page.get("next").asLong();
        }
    }

    /** The dashboard's figures at the last position read. */
    String dashboard(Killed muniment) throws Exception {
        String path = "/api/plans/plan/dashboard?asAt=2026-11-30&asOf=position:" + history.read();
        JsonNode kpis = JSON.readTree(muniment.getPatiently(path)).get("kpis");
        for (int client = 0; client < CLIENTS; client++) {
            int last = next.get(client) - 1;
            if (last >= 0) {
                assertThat(kpis.toString()).contains(figure(new Command(client, last)));
            }
        }
        return kpis.toString();
    }

    /** Client and number, with a digit behind them that no spelling of a number drops. */
    private static String figure(Command command) {
        return "%d.%05d1".formatted(CLIENT_BASE + command.client(), command.number());
    }

    private static Command command(String figure) {
        String[] parts = figure.split("\\.");
        return new Command(
                Integer.parseInt(parts[0]) - CLIENT_BASE, Integer.parseInt(parts[1]) / 10);
    }
}
