package org.muniment.ops.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** strace, attached to what has a log: it sees, and may fail, calls about the log's files alone. */
final class Strace implements AutoCloseable {
    private static final Pattern CALL = Pattern.compile("(\\d+ +)?(\\w+)\\(.*");

    private final Process process;
    private final Path seen;

    private Strace(Process process, Path seen) {
        this.process = process;
        this.seen = seen;
    }

    /**
     * Returns once it is in the way.
     *
     * @param whom the options that name it
     * @param options further ones
     */
    static Strace attach(List<String> whom, Path log, Path seen, List<String> options)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("strace", "-o", seen.toString()));
        command.addAll(whom);
        Stream.of("", "-wal", "-shm", "-journal")
                .forEach(end -> command.addAll(List.of("-P", log + end)));
        command.addAll(List.of("-P", log.getParent().toString()));
        command.addAll(options);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(process.inputReader().readLine()).contains("attached");
        return new Strace(process, seen);
    }

    /** Lets go of it. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    /** How often each was called, by the thread that called it most. */
    Map<String, Integer> calls() throws IOException {
        Map<String, Integer> byThread = new HashMap<>();
        Map<String, Integer> most = new TreeMap<>();
        for (String line : lines()) {
            Matcher call = CALL.matcher(line);
            if (call.matches()) {
                int count = byThread.merge(call.group(1) + call.group(2), 1, Integer::sum);
                most.merge(call.group(2), count, Math::max);
            }
        }
        return most;
    }

    List<String> lines() throws IOException {
        return Files.readAllLines(seen);
    }

    boolean injected() throws IOException {
        return lines().stream().anyMatch(line -> line.endsWith("(INJECTED)"));
    }
}
