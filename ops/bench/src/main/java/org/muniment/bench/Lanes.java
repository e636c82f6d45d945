package org.muniment.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ops/bench/run lanes}: how fast the read models of several plans are filled anew, over 1, 2
 * and 4 lanes, by a process that is warm. Arguments: the application's jar; how many events
 * (default 40000).
 */
public final class Lanes {
    private static final int CLIENTS = 16;
    private static final List<String> PLANS =
            IntStream.range(0, 8).mapToObj(number -> "bench-" + number).toList();
    private static final int KPIS = 32;
    private static final int DEFAULT_EVENTS = 40_000;
    private static final int TIMES = 5;
    private static final String REBUILDS = "/api/operations/rebuilds";
    private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+)");
    private static final Pattern RATE = Pattern.compile("\"perSecond\":(\\d+)");
    private static final Pattern CURRENT =
            Pattern.compile("\"number\":(\\d+),\"state\":\"[A-Z]+\",\"current\":true");

    private Lanes() {}

    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("muniment-lanes");
        try {
            compare(
                    Path.of(arguments[0]),
                    data,
                    arguments.length > 1 ? Integer.parseInt(arguments[1]) : DEFAULT_EVENTS);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private static void compare(Path jar, Path data, int events)
            throws IOException, InterruptedException {
        try (Application application = Application.start(jar, data)) {
            Load load = new Load(application, CLIENTS);
            load.adopt(KPIS, PLANS);
            load.fillTo(events);
        }
        Table table = new Table();
        for (int lanes : List.of(1, 2, 4)) {
            try (Application application =
                    Application.start(jar, data, "--muniment.read-lanes=" + lanes)) {
                List<Double> rates = rebuilds(new Load(application, CLIENTS));
                String over = "rebuild over " + lanes + (lanes == 1 ? " lane" : " lanes");
                table.row(over + ", the first in a new process", rates.get(0), "events/s");
                double warm = Table.median(rates.subList(1, TIMES));
                table.row(over + ", median of the next", warm, "events/s");
            }
        }
        table.print();
    }

    /** The first generation stays; each new one is dropped once it has told how long it took. */
    private static List<Double> rebuilds(Load load) throws InterruptedException {
        List<Double> rates = new ArrayList<>();
        for (int time = 0; time < TIMES; time++) {
            String begun = load.post("admin", REBUILDS, "").body();
            String number = found(NUMBER, begun);
            String known = load.get("admin", REBUILDS).body();
            while (!current(known).equals(number)) {
                Thread.sleep(100);
                known = load.get("admin", REBUILDS).body();
            }
            rates.add(Double.valueOf(found(RATE, known)));
            load.post("admin", REBUILDS + "/" + number + "/switch-back", "");
            load.post("admin", REBUILDS + "/" + number + "/drop", "");
        }
        return rates;
    }

    private static String current(String known) {
        Matcher number = CURRENT.matcher(known);
        return number.find() ? number.group(1) : "none";
    }

    /** The newest comes first. */
    private static String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("not in " + text);
        }
        return found.group(1);
    }
}
