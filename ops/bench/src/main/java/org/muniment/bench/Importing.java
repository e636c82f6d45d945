package org.muniment.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ops/bench/run import}: how long a file of 10,000 rows takes, tried and for real, and when
 * the dashboard shows it. Argument: the application's jar.
 */
public final class Importing {
    private static final int KPIS = 834;
    private static final int MONTHS = 12;
    private static final int ROWS = 10_000;
    private static final int APRIL = 4;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Load load;
    private final Table table = new Table();

    private Importing(Load load) {
        this.load = load;
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("muniment-import");
        try (Application application = Application.start(Path.of(arguments[0]), data)) {
            Load load = new Load(application, 1);
            load.adopt(KPIS);
            new Importing(load).run();
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private void run() throws IOException {
        String file = file();
        timed("a dry run of 10,000 rows, in a new process", "true", file);
        timed("a dry run of 10,000 rows", "true", file);
        long start = System.nanoTime();
        timed("10,000 rows for real", "false", file);
        while (load.get("auditor", "/api/plans/bench/dashboard").statusCode() != 200) {
            Thread.onSpinWait();
        }
        table.row("  and until the dashboard shows them", seconds(start), "s");
        timed("the same file again", "false", file);
        table.print();
    }

    private void timed(String what, String dryRun, String file) {
        long start = System.nanoTime();
        HttpResponse<String> answer =
                load.upload(
                        "officer",
                        "/api/plans/bench/imports?kind=kpi-actuals&dryRun=" + dryRun,
                        file);
        if (answer.statusCode() != 200) {
            String body = answer.body();
            throw new IllegalStateException(body.substring(0, Math.min(2_000, body.length())));
        }
        table.row(what, seconds(start), "s");
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / NANOS_PER_SECOND;
    }

    private static String file() {
        StringBuilder file = new StringBuilder("kpi,month,actual,comment\n");
        for (int row = 0; row < ROWS; row++) {
            int month = APRIL + row % MONTHS;
            file.append(
                    String.format(
                            Locale.ROOT,
                            "kpi-%d,%d-%02d,9%d.%02d%%,Imported by the bench%n",
                            row / MONTHS,
                            month > MONTHS ? 2027 : 2026,
                            month > MONTHS ? month - MONTHS : month,
                            row % 10,
                            row % 100));
        }
        return file.toString();
    }
}
