package org.muniment.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ops/bench/run}: starts the unpacked application on an empty log, drives it, and starts it
 * again on the full one. Arguments: the application's jar; the sizes to measure at (default 1000
 * 10000 100000).
 */
public final class Bench {
    private static final int CLIENTS = 16;
    private static final int KPIS = 32;
    private static final int WARM_UP = 3_000;
    private static final int READS = 2_000;
    private static final Duration COMMANDS_FOR = Duration.ofSeconds(10);

    private final Path jar;
    private final Path data;
    private final Table table = new Table();

    private Bench(Path jar, Path data) {
        this.jar = jar;
        this.data = data;
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("muniment-bench");
        List<Integer> sizes =
                arguments.length > 1
                        ? List.of(arguments).subList(1, arguments.length).stream()
                                .map(Integer::valueOf)
                                .toList()
                        : List.of(1_000, 10_000, 100_000);
        try {
            new Bench(Path.of(arguments[0]), data).run(sizes);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private void run(List<Integer> sizes) throws IOException, InterruptedException {
        table.row("plain SQLite, 1 event a commit, flushed", Floor.commitsPerSecond(data), "/s");
        try (Application application = Application.start(jar, data)) {
            table.row("start to ready, empty log", application.secondsToReady(), "s");
            Load load = new Load(application, CLIENTS);
            load.adopt(KPIS);
            load.commands(WARM_UP);
            load.reads(READS / 2);
            for (int size : sizes) {
                load.fillTo(size);
                commands(load, size);
                asOf(load, size);
            }
            new QuarterEnd(load, table).run(sizes.get(sizes.size() - 1), READS / 2);
            table.row("resident memory, full log", application.residentMegabytes(), "MB");
        }
        try (Application application = Application.start(jar, data)) {
            table.row("start to ready, full log", application.secondsToReady(), "s");
            table.row("rebuild of the read side", application.rebuildPerSecond(), "events/s");
            Load load = new Load(application, CLIENTS);
            load.reads(READS / 2);
            table.row("resident memory, restarted", application.residentMegabytes(), "MB");
        }
        table.print();
    }

    private void commands(Load load, int size) throws InterruptedException {
        Load.Result result = load.commandsFor(COMMANDS_FOR);
        String at = " at " + size + " events, " + CLIENTS + " clients";
        table.row("acknowledged commands" + at, result.perSecond(), "/s");
        table.row("  of them refused or failed" + at, result.failures(), "");
        table.row("  acknowledged, p50" + at, result.percentile(50), "ms");
        table.row("  acknowledged, p99" + at, result.percentile(99), "ms");
    }

    private void asOf(Load load, int size) throws InterruptedException {
        Load.Result result = load.reads(READS);
        table.row("as-of dashboard, p50 at " + size + " events", result.percentile(50), "ms");
        table.row("as-of dashboard, p99 at " + size + " events", result.percentile(99), "ms");
    }
}
