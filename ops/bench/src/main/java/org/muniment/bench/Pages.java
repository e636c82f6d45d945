package org.muniment.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ops/bench/run pages}: how long the server takes for a page, what a page weighs, and how
 * soon an open one is told. Arguments: the application's jar; the events to measure at (default
 * 100000).
 */
public final class Pages {
    private static final int CLIENTS = 16;
    private static final int KPIS = 32;
    private static final int PROJECTS = 24;
    private static final int LINES = 8;
    private static final int READS = 500;
    private static final int TOLD = 50;
    private static final double KILO = 1000;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final Pattern ASSET =
            Pattern.compile("(?:href|src|content|data-script)=\"(/(?:assets|brand)/[^\"]+)\"");

    private final Load load;
    private final int events;
    private final Table table = new Table();

    private Pages(Load load, int events) {
        this.load = load;
        this.events = events;
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("muniment-pages");
        int events = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        try (Application application = Application.start(Path.of(arguments[0]), data)) {
            new Pages(new Load(application, CLIENTS), events).run();
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private void run() throws IOException, InterruptedException {
        adopt();
        load.fillTo(events);
        page("dashboard page of now", () -> "/plans/bench");
        page("dashboard page of a past moment", () -> "/plans/bench?asOf=" + moment());
        page("what changed since a past moment", () -> "/plans/bench/changes?from=" + moment());
        page("two past moments side by side", () -> "/plans/bench/compare?one=" + moment());
        page("trends of all indicators", () -> "/plans/bench/trends");
        weight();
        told();
        table.print();
    }

    /** As much as the paper of 2017 has. */
    private void adopt() {
        load.adopt(KPIS);
        for (int i = 0; i < PROJECTS; i++) {
            load.post(
                    "officer",
                    "/api/plans/bench/projects",
                    """
                    {"id": "project-%d", "service": "SAS", "section": "All",
                     "title": "Review and update the frameworks, part %d", "leads": ["GB"],
                     "start": "2026-04", "finish": "2026-12"}"""
                            .formatted(i, i));
            load.change(
                    "officer",
                    "/api/projects/project-" + i,
                    "/progress",
                    """
                    {"asAt": "2026-07-31", "status": "%s", "update": "Roll out in progress"}"""
                            .formatted(i < 3 ? "AMBER" : "GREEN"));
        }
        for (int i = 0; i < LINES; i++) {
            load.post(
                    "finance-officer",
                    "/api/plans/bench/budget-lines",
                    """
                    {"id": "line-%d", "category": "Line %d", "amount": "1.%d", "kind": "BASE"}"""
                            .formatted(i, i, i));
            load.change(
                    "finance-officer",
                    "/api/budget-lines/line-" + i,
                    "/forecasts",
                    """
                    {"asAt": "2026-07-31", "amount": "1.0"}""");
        }
    }

    private String moment() {
        return "position:"
                + ThreadLocalRandom.current()
                        .nextLong(KPIS + PROJECTS * 2L + LINES * 2L + 10, events);
    }

    private void page(String what, Supplier<String> path) throws InterruptedException {
        BooleanSupplier ask = () -> load.get("officer", path.get()).statusCode() == 200;
        load.repeat(READS, ask);
        Load.Result result = load.repeat(READS, ask);
        if (result.failures() > 0) {
            throw new IllegalStateException(what + ": " + result.failures() + " failures");
        }
        table.row(what + ", p50", result.percentile(50), "ms");
        table.row(what + ", p95", result.percentile(95), "ms");
    }

    /** What a browser that has nothing yet fetches, as it comes over the wire. */
    private void weight() {
        String page = load.get("officer", "/plans/bench").body();
        Set<String> parts = new TreeSet<>(List.of("/plans/bench"));
        ASSET.matcher(page).results().map(found -> found.group(1)).forEach(parts::add);
        double total = 0;
        for (String part : parts) {
            int weight = load.weight("officer", part);
            table.row("  weighs " + part.replaceAll("-[0-9a-f]{32}", ""), weight / KILO, "kB");
            total += weight;
        }
        table.row("dashboard page with its assets, uncached", total / KILO, "kB");
    }

    /** From the answer to a command until the open page is told. */
    private void told() throws IOException {
        double[] waits = new double[TOLD];
        try (BufferedReader stream = load.listen("officer", "/plans/bench/live")) {
            for (int i = 0; i < TOLD; i++) {
                long position = load.explain(i);
                long answered = System.nanoTime();
                String line = stream.readLine();
                while (!line.equals("data:" + position)) {
                    line = stream.readLine();
                }
                waits[i] = (System.nanoTime() - answered) / NANOS_PER_MILLI;
            }
        }
        Arrays.sort(waits);
        table.row("told after a command's answer, p50", waits[TOLD / 2], "ms");
        table.row("told after a command's answer, longest", waits[TOLD - 1], "ms");
    }
}
