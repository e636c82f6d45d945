package org.muniment.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The product in a process of its own. */
final class Application implements AutoCloseable {
    static final String SECRET = "bench-secret";
    private static final Pattern REBUILT = Pattern.compile("with (\\d+) events, read in (\\d+) ms");
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;
    private static final double KILO = 1024;

    private final Process process;
    private final int port;
    private final double secondsToReady;
    private final double rebuildPerSecond;

    private Application(Process process, int port, long started) throws IOException {
        this.process = process;
        this.port = port;
        String ready = awaitReady();
        secondsToReady = (System.nanoTime() - started) / NANOS;
        Matcher rebuilt = REBUILT.matcher(ready);
        rebuildPerSecond =
                rebuilt.find()
                        ? Double.parseDouble(rebuilt.group(1))
                                * MILLIS
                                / Math.max(1, Double.parseDouble(rebuilt.group(2)))
                        : 0;
    }

    /** {@code settings} are options of the command line. */
    static Application start(Path jar, Path data, String... settings) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "java",
                                "-Xmx384m",
                                "-XX:SharedArchiveFile=" + jar.resolveSibling("classes.jsa"),
                                "-jar",
                                jar.toString(),
                                "--muniment.demo-people=true"));
        command.addAll(List.of(settings));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("MUNIMENT_DATA", data.toString());
        builder.environment().put("MUNIMENT_PORT", String.valueOf(port));
        builder.environment().put("MUNIMENT_DEMO_SECRET", SECRET);
        long started = System.nanoTime();
        return new Application(builder.start(), port, started);
    }

    private String awaitReady() throws IOException {
        BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.contains("is ready at")) {
                drain(output);
                return line;
            }
        }
        throw new IllegalStateException("it did not start:\n" + said);
    }

    private static void drain(BufferedReader output) {
        Thread reader = new Thread(() -> tell(output));
        reader.setDaemon(true);
        reader.start();
    }

    private static void tell(BufferedReader output) {
        try {
            output.lines().forEach(System.err::println);
        } catch (UncheckedIOException ended) {
            // with the process
        }
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    double secondsToReady() {
        return secondsToReady;
    }

    double rebuildPerSecond() {
        return rebuildPerSecond;
    }

    double residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KILO)
                .sum();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
