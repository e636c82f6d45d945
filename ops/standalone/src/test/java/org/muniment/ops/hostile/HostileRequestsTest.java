package org.muniment.ops.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.muniment.ops.Running;
import org.muniment.ops.hostile.Wire.Heard;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whatever is sent, the answer is one the document speaks of. The build sends the same requests
 * every time; {@code -Dmuniment.requests=100000} sends others, and {@code -Dmuniment.seed=…} those
 * again.
 */
class HostileRequestsTest {
    /** Zero for the build's own. */
    private static final int LONG_RUN = Integer.getInteger("muniment.requests", 0);

    private static final int REQUESTS = 3_000;

    /** One that was chosen, and those that once failed. */
    private static final List<Long> SEEDS = List.of(1L, 33_256_844_750_059L);

    private static final int DISTINCT_FAULTS = 40;

    /** Where a path or method leads to no endpoint: refused, denied, or simply not there. */
    private static final Set<Integer> ELSEWHERE = Set.of(400, 401, 403, 404, 405, 501);

    private static final Pattern PROBLEM = Pattern.compile("urn:muniment:problem:([a-z-]+)");

    /** At most one answer of so many may be 503. */
    private static final int FEW = 100;

    private static final int PROGRESS = 10_000;
    private static final int SENDERS = 4;
    private static Running muniment;
    private static ApiDocument document;
    private static KnownIds known;

    private static final ThreadLocal<Wire> WIRES =
            ThreadLocal.withInitial(() -> new Wire(muniment.port()));

    @BeforeContainer
    static void start() throws IOException {
        Path data = Files.createTempDirectory("hostile");
        muniment = Running.on(data, "demo", "--muniment.limits.failed-sign-ins=0");
        muniment.post("secretariat", "/api/people", "{\"id\":\"p-1\",\"name\":\"Jane Roe\"}");
        document = new ApiDocument(muniment.anonymously("/v3/api-docs").json());
        known = KnownIds.in(muniment);
        // The first print loads its fonts; what is measured here is the answer to a request.
        muniment.bytes("member", "/api/snapshots/q1-2017-18/report.pdf");
    }

    @AfterContainer
    static void stop() {
        muniment.close();
    }

    @Example
    void everyAnswerIsOneTheDocumentSpeaksOf() throws InterruptedException {
        for (long seed : LONG_RUN == 0 ? SEEDS : List.of(chosen())) {
            assertThat(faults(document, LONG_RUN == 0 ? REQUESTS : LONG_RUN, seed))
                    .as("seed %d", seed)
                    .isEmpty();
        }
        assertThat(muniment.get("/actuator/health").status()).isEqualTo(200);
    }

    private static long chosen() {
        return Long.getLong("muniment.seed", System.nanoTime());
    }

    /** The control: a document that leaves an answer out is found out. */
    @Example
    void aDocumentThatSaysLessThanTheTruthIsFoundOut() throws InterruptedException {
        JsonNode lying = document.root().deepCopy();
        lying.get("paths")
                .forEach(
                        path ->
                                path.forEach(
                                        operation ->
                                                ((ObjectNode) operation.get("responses"))
                                                        .remove("400")));

        assertThat(faults(new ApiDocument(lying), 300, 1))
                .isNotEmpty()
                .allSatisfy((fault, request) -> assertThat(fault).contains("400"));
    }

    /** Each distinct fault with the first request that showed it. */
    private static Map<String, String> faults(ApiDocument described, int count, long seed)
            throws InterruptedException {
        Random random = new Random(seed);
        RandomGenerator<Sent> requests =
                new Requests(described, known, Running.SECRET).any().generator(count);
        Judged judged = new Judged(described);
        ExecutorService senders =
                new ThreadPoolExecutor(
                        SENDERS,
                        SENDERS,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(SENDERS),
                        new ThreadPoolExecutor.CallerRunsPolicy());
        for (int sent = 0; sent < count && judged.faults.size() < DISTINCT_FAULTS; sent++) {
            Sent request = requests.next(random).value();
            if (sent % PROGRESS == PROGRESS - 1) {
                System.out.println("Sent %d: %s".formatted(sent + 1, judged.statuses));
            }
            senders.execute(() -> judged.judge(request, ask(request)));
        }
        senders.shutdown();
        if (!senders.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("requests are still not answered");
        }
        if (judged.unavailable() * FEW > count) {
            judged.faults.put("too often unavailable", judged.statuses.toString());
        }
        System.out.println(
                "Requests by status: %s; slowest %d ms; seed %d"
                        .formatted(judged.statuses, judged.slowest.get(), seed));
        return judged.faults;
    }

    private record Judged(
            ApiDocument described,
            Map<String, String> faults,
            Map<String, Integer> statuses,
            AtomicLong slowest) {
        Judged(ApiDocument described) {
            this(
                    described,
                    new ConcurrentSkipListMap<>(),
                    new ConcurrentSkipListMap<>(),
                    new AtomicLong());
        }

        /** A proof of what was written in this very moment is not there yet; that is rare. */
        int unavailable() {
            return statuses.entrySet().stream()
                    .filter(told -> told.getKey().startsWith("503"))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }

        void judge(Sent request, Heard heard) {
            statuses.merge(told(heard), 1, Integer::sum);
            slowest.accumulateAndGet(heard.after().toMillis(), Math::max);
            Set<Integer> allowed = new TreeSet<>(request.operation().statuses());
            if (request.elsewhere()) {
                allowed.addAll(ELSEWHERE);
                allowed.addAll(statusesOf(described, request.method()));
            }
            String media = request.elsewhere() ? "" : request.operation().media();
            for (String fault : Conformance.faults(heard, allowed, media, bodiless(request))) {
                faults.putIfAbsent(
                        fault + " by " + request.operation(),
                        "\n" + request + "\n-> " + heard.headers() + "\n" + shown(heard));
            }
        }
    }

    /** The status, and what kind of problem it is. */
    private static String told(Heard heard) {
        Matcher problem = PROBLEM.matcher(heard.body());
        return heard.status() + (problem.find() ? " " + problem.group(1) : "");
    }

    /** Another method, or another path, may be another endpoint's. */
    private static Set<Integer> statusesOf(ApiDocument described, String method) {
        Set<Integer> statuses = new TreeSet<>();
        described.operations().stream()
                .filter(operation -> operation.method().equals(method))
                .forEach(operation -> statuses.addAll(operation.statuses()));
        return statuses;
    }

    private static String shown(Heard heard) {
        return heard.body().substring(0, Math.min(heard.body().length(), 600));
    }

    private static Heard ask(Sent request) {
        try {
            return WIRES.get().ask(request.bytes(), bodiless(request));
        } catch (IOException silent) {
            return new Heard(0, Map.of(), "", Duration.ZERO);
        }
    }

    private static boolean bodiless(Sent request) {
        return request.method().equals("HEAD");
    }
}
