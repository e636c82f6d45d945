package org.muniment.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ops/bench/run sealing}: what sealing takes from commands. Two copies of the product, one
 * that seals and one that does not, take turns under the same load, so that a machine that is
 * slower for a while is slower for both. Argument: the application's jar.
 */
public final class Sealing {
    private static final int CLIENTS = 16;
    private static final int KPIS = 32;
    private static final int WARM_UP = 12_000;
    private static final int TURNS = 6;
    private static final Duration TURN = Duration.ofSeconds(8);
    private static final double PERCENT = 100;

    private Sealing() {}

    public static void main(String[] arguments) throws Exception {
        Path jar = Path.of(arguments[0]);
        Path data = Files.createTempDirectory("muniment-sealing");
        try {
            compare(jar, data);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private static void compare(Path jar, Path data) throws IOException, InterruptedException {
        Path one = Files.createDirectory(data.resolve("sealing"));
        Path other = Files.createDirectory(data.resolve("not-sealing"));
        try (Application sealing = Application.start(jar, one);
                Application notSealing =
                        Application.start(jar, other, "--muniment.sealing-pause=1d")) {
            Load with = warm(sealing);
            Load without = warm(notSealing);
            List<Double> sealed = new ArrayList<>();
            List<Double> unsealed = new ArrayList<>();
            for (int turn = 0; turn < TURNS; turn++) {
                sealed.add(with.commandsFor(TURN).perSecond());
                unsealed.add(without.commandsFor(TURN).perSecond());
            }
            Table table = new Table();
            table.row("commands while sealing, median of " + TURNS, Table.median(sealed), "/s");
            table.row("commands without sealing, median of " + TURNS, Table.median(unsealed), "/s");
            table.row(
                    "sealing takes",
                    PERCENT * (1 - Table.median(sealed) / Table.median(unsealed)),
                    "%");
            table.print();
        }
    }

    private static Load warm(Application application) throws InterruptedException {
        Load load = new Load(application, CLIENTS);
        load.adopt(KPIS);
        load.commands(WARM_UP);
        return load;
    }
}
