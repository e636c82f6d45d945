package org.muniment.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Clients that send commands and ask for past dashboards, one request after another each. */
final class Load {
    private static final Pattern POSITION = Pattern.compile("\"position\":(\\d+)");
    private static final double NANOS = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int MONTHS = 9;

    private final Application application;
    private final int clients;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong head = new AtomicLong();

    /** The version last answered, by the thing's address. */
    private final Map<String, String> versions = new ConcurrentHashMap<>();

    /** KPIs that nobody is changing at present: nobody is kept waiting by a stale version. */
    private final BlockingQueue<Integer> free = new LinkedBlockingQueue<>();

    private int kpis = 32;

    Load(Application application, int clients) {
        this.application = application;
        this.clients = clients;
    }

    /** {@code failures} are answers other than 2xx; {@code nanos} is sorted. */
    record Result(long[] nanos, int failures, double seconds) {
        double perSecond() {
            return (nanos.length - failures) / seconds;
        }

        double percentile(int percent) {
            int index = Math.min(nanos.length - 1, nanos.length * percent / 100);
            return nanos[index] / NANOS_PER_MILLI;
        }
    }

    void adopt(int count) {
        adopt(count, List.of("bench"));
    }

    /** {@code plans} have {@code count} KPIs together, each as many as the others. */
    void adopt(int count, List<String> plans) {
        kpis = count;
        for (String plan : plans) {
            post(
                    "admin",
                    "/api/partnerships",
                    """
                    {"id": "%s", "name": "Bench", "amberWithinPercent": "5",
                     "councils": [{"code": "CBC", "name": "C"}],
                     "services": [{"code": "SAS", "name": "S", "sections": ["All"]}]}"""
                            .formatted(plan));
            post(
                    "admin",
                    "/api/partnerships/" + plan + "/plans",
                    """
                    {"id": "%s", "financialYear": "2026/27", "title": "Bench"}"""
                            .formatted(plan));
        }
        for (int kpi = 0; kpi < count; kpi++) {
            post(
                    "officer",
                    "/api/plans/" + plans.get(kpi % plans.size()) + "/kpis",
                    """
                    {"id": "kpi-%d", "service": "SAS", "section": "All", "title": "KPI %d",
                     "lead": "DH", "unit": "PERCENT", "polarity": "HIGHER_IS_BETTER",
                     "cadence": "MONTHLY", "annualTarget": {"value": "90"}}"""
                            .formatted(kpi, kpi));
            free.add(kpi);
        }
    }

    void fillTo(int events) throws InterruptedException {
        run(() -> head.get() < events, this::command);
    }

    void commands(int count) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(count);
        run(() -> left.getAndDecrement() > 0, this::command);
    }

    Result commandsFor(Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        return run(() -> System.nanoTime() < end, this::command);
    }

    /** One client, so that a figure is the time of one question and not of a queue. */
    Result reads(int count) throws InterruptedException {
        if (head.get() == 0) {
            head.set(position(get("auditor", "/api/operations/projections").body()));
        }
        AtomicInteger left = new AtomicInteger(count);
        return run(1, () -> left.getAndDecrement() > 0, this::read);
    }

    private boolean command() {
        Integer kpi = free.remove();
        try {
            return record(kpi);
        } finally {
            free.add(kpi);
        }
    }

    private boolean record(int kpi) {
        Random random = ThreadLocalRandom.current();
        String body =
                String.format(
                        Locale.ROOT,
                        "{\"month\": \"2026-%02d\", \"actual\": \"%d.%02d\","
                                + " \"comment\": \"Recorded by the bench\"}",
                        4 + random.nextInt(MONTHS),
                        90 + random.nextInt(10),
                        random.nextInt(100));
        HttpResponse<String> answer = change("officer", "/api/kpis/kpi-" + kpi, "/actuals", body);
        boolean accepted = answer.statusCode() == 200;
        if (accepted) {
            head.accumulateAndGet(position(answer.body()), Math::max);
        }
        return accepted;
    }

    private boolean read() {
        long position = ThreadLocalRandom.current().nextLong(kpis + 10L, head.get() + 1);
        return get("auditor", "/api/plans/bench/dashboard?asOf=position:" + position).statusCode()
                == 200;
    }

    boolean seen() {
        long position = ThreadLocalRandom.current().nextLong(kpis + 10L, head.get() + 1);
        return get("auditor", "/api/plans/bench/seen?on=position:" + position).statusCode() == 200;
    }

    /** A change of a month that is still open, and the dashboard that shows it. */
    boolean ownChange() {
        int hundredths = ThreadLocalRandom.current().nextInt(1_000);
        String body =
                String.format(
                        Locale.ROOT,
                        "{\"month\": \"2026-12\", \"actual\": \"9%d.%02d\"}",
                        hundredths / 100,
                        hundredths % 100);
        HttpResponse<String> answer = change("officer", "/api/kpis/kpi-1", "/actuals", body);
        String after = "/api/plans/bench/dashboard?after=" + position(answer.body());
        return answer.statusCode() == 200 && get("officer", after).statusCode() == 200;
    }

    /** One more event of the plan, and its position. */
    long explain(int number) {
        HttpResponse<String> answer =
                post(
                        "finance-officer",
                        "/api/plans/bench/variations",
                        """
                        {"asAt": "2026-07-31", "items": [{"text": "Cause %d", "amount": "0.1"}]}"""
                                .formatted(number));
        return position(answer.body());
    }

    /** How many bytes come over the wire, for a browser that takes them compressed. */
    int weight(String client, String path) {
        HttpRequest asked = request(client, path).header("Accept-Encoding", "gzip").GET().build();
        return sent(asked, BodyHandlers.ofByteArray()).body().length;
    }

    /** The lines of an answer that does not end. */
    BufferedReader listen(String client, String path) {
        HttpRequest asked = request(client, path).GET().build();
        return new BufferedReader(
                new InputStreamReader(
                        sent(asked, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8));
    }

    /** One client, one request after another. */
    Result repeat(int times, BooleanSupplier request) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(times);
        return run(1, () -> left.getAndDecrement() > 0, request);
    }

    private static long position(String answer) {
        Matcher position = POSITION.matcher(answer);
        return position.find() ? Long.parseLong(position.group(1)) : 0;
    }

    private Result run(BooleanSupplier more, BooleanSupplier request) throws InterruptedException {
        return run(clients, more, request);
    }

    private static Result run(int clients, BooleanSupplier more, BooleanSupplier request)
            throws InterruptedException {
        long[][] times = new long[clients][];
        AtomicInteger failures = new AtomicInteger();
        Thread[] threads = new Thread[clients];
        long start = System.nanoTime();
        for (int client = 0; client < clients; client++) {
            int number = client;
            threads[client] = new Thread(() -> times[number] = sendWhile(more, request, failures));
            threads[client].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / NANOS;
        long[] all = Arrays.stream(times).flatMapToLong(Arrays::stream).sorted().toArray();
        return new Result(all, failures.get(), seconds);
    }

    private static long[] sendWhile(
            BooleanSupplier more, BooleanSupplier request, AtomicInteger failures) {
        long[] times = new long[1024];
        int count = 0;
        while (more.getAsBoolean()) {
            long start = System.nanoTime();
            if (!request.getAsBoolean()) {
                failures.incrementAndGet();
            }
            if (count == times.length) {
                times = Arrays.copyOf(times, count * 2);
            }
            times[count++] = System.nanoTime() - start;
        }
        return Arrays.copyOf(times, count);
    }

    /** A thing nobody has changed yet is at version 1. */
    HttpResponse<String> change(String client, String thing, String command, String body) {
        HttpResponse<String> answer =
                send(
                        request(client, thing + command)
                                .header("If-Match", versions.getOrDefault(thing, "\"1\""))
                                .POST(BodyPublishers.ofString(body)));
        answer.headers().firstValue("ETag").ifPresent(now -> versions.put(thing, now));
        return answer;
    }

    HttpResponse<String> post(String client, String path, String body) {
        return send(request(client, path).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> upload(String client, String path, String csv) {
        return send(
                request(client, path)
                        .setHeader("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(csv)));
    }

    HttpResponse<String> get(String client, String path) {
        return send(request(client, path).GET());
    }

    private HttpRequest.Builder request(String client, String path) {
        byte[] credentials = (client + ":" + Application.SECRET).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(application.address() + path))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return sent(request.build(), BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> sent(HttpRequest request, BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
