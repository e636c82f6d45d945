package org.muniment.bench;

import java.net.http.HttpResponse;
import java.util.function.Supplier;

/** The secretary's evening: a draft, the freeze, its confirmation, its publication, the report. */
final class QuarterEnd {
    private static final String FREEZE = "{\"id\": \"q2\", \"quarter\": \"Q2\"}";
    private static final int OFTEN = 50;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Load load;
    private final Table table;

    QuarterEnd(Load load, Table table) {
        this.load = load;
        this.table = table;
    }

    void run(int size, int reads) throws InterruptedException {
        String at = " at " + size + " events";
        Load.Result drafts = load.repeat(OFTEN, this::draft);
        table.row("draft of a quarter, p50" + at, drafts.percentile(50), "ms");
        table.row("draft of a quarter, p99" + at, drafts.percentile(99), "ms");
        timed("freeze" + at, () -> load.post("secretariat", "/api/plans/bench/snapshots", FREEZE));
        load.post(
                "secretariat",
                "/api/partnerships/bench/meetings",
                "{\"id\": \"jc\", \"startsAt\": \"2026-12\"}");
        load.change("head-of-service", "/api/snapshots/q2", "/confirmation", "{}");
        load.change("secretariat", "/api/snapshots/q2", "/publication", "{\"meeting\": \"jc\"}");
        timed(
                "the pack as PDF, first time",
                () -> load.get("member", "/api/snapshots/q2/report.pdf"));
        Load.Result seen = load.repeat(reads, load::seen);
        table.row("seen, p50" + at, seen.percentile(50), "ms");
        table.row("seen, p99" + at, seen.percentile(99), "ms");
        table.row("  of them failed" + at, seen.failures(), "");
        Load.Result own = load.repeat(reads / 4, load::ownChange);
        table.row("a change and its dashboard, p50" + at, own.percentile(50), "ms");
        table.row("a change and its dashboard, p99" + at, own.percentile(99), "ms");
    }

    private boolean draft() {
        return load.get("secretariat", "/api/plans/bench/snapshots/draft?quarter=Q2").statusCode()
                == 200;
    }

    private void timed(String what, Supplier<HttpResponse<String>> request) {
        long start = System.nanoTime();
        HttpResponse<String> answer = request.get();
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(what + ": " + answer.body());
        }
        table.row(what, seconds, "s");
    }
}
