package org.muniment.ops.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What clients sent and what they were told, kept outside of what is killed. A command that was
 * sent is unknown until its client is told: what was acknowledged must be in the log, what failed
 * must not, what is unknown may be.
 */
public final class History {
    private final Map<Command, Sent> commands = new LinkedHashMap<>();
    private final Map<Integer, Integer> lastOf = new HashMap<>();
    private long read;

    /** The {@code number}th command of a client. */
    public record Command(int client, int number) {}

    /** One event that the log holds: the {@code part}th of its command, counted from 1. */
    public record Kept(long position, Command command, int part) {}

    private static final class Sent {
        private final int events;
        private Outcome outcome = Outcome.UNKNOWN;
        private int kept;

        Sent(int events) {
            this.events = events;
        }
    }

    public enum Outcome {
        ACKNOWLEDGED,
        FAILED,
        UNKNOWN
    }

    /** {@code events} are as many as it appends. */
    public synchronized void sent(Command command, int events) {
        if (commands.put(command, new Sent(events)) != null) {
            throw new IllegalArgumentException(command + " was sent before");
        }
    }

    public synchronized void told(Command command, Outcome outcome) {
        commands.get(command).outcome = outcome;
    }

    public synchronized long count(Outcome outcome) {
        return commands.values().stream().filter(sent -> sent.outcome == outcome).count();
    }

    /** What became of those of which nobody was told. */
    public synchronized List<Command> unknown() {
        return commands.keySet().stream()
                .filter(command -> commands.get(command).outcome == Outcome.UNKNOWN)
                .toList();
    }

    public synchronized boolean isKept(Command command) {
        return commands.get(command).kept > 0;
    }

    /** How far the log was read. */
    public long read() {
        return read;
    }

    /**
     * Reads what came to the log since the last time.
     *
     * @param news in the order of the log, up to its end
     * @param contiguous whether these are all its events, so that positions have no gaps
     * @throws AssertionError where one was doubled, reordered, torn apart, or never sent
     */
    public synchronized void found(List<Kept> news, boolean contiguous) {
        List<String> wrong = new ArrayList<>();
        Kept before = null;
        for (Kept kept : news) {
            if (kept.position <= read || contiguous && kept.position != read + 1) {
                wrong.add("position %d follows %d".formatted(kept.position, read));
            }
            read = kept.position;
            judge(kept, before, wrong);
            before = kept;
        }
        requireNothing(wrong);
    }

    private void judge(Kept kept, Kept before, List<String> wrong) {
        Sent sent = commands.get(kept.command);
        if (sent == null) {
            wrong.add(kept.command + " was never sent");
            return;
        }
        if (kept.part != sent.kept + 1 || kept.part > sent.events) {
            wrong.add(
                    "part %d of %s follows part %d".formatted(kept.part, kept.command, sent.kept));
        }
        if (kept.part > 1 && (before == null || !before.command.equals(kept.command))) {
            wrong.add(kept.command + " was torn apart");
        }
        if (kept.part == 1) {
            int last = lastOf.getOrDefault(kept.command.client, -1);
            if (kept.command.number <= last) {
                wrong.add("%s comes after number %d".formatted(kept.command, last));
            }
            lastOf.put(kept.command.client, kept.command.number);
        }
        sent.kept++;
    }

    /**
     * That all was found that must be, and nothing that must not.
     *
     * @throws AssertionError otherwise
     */
    public synchronized void requireKeptAsTold() {
        List<String> wrong = new ArrayList<>();
        commands.forEach(
                (command, sent) -> {
                    if (sent.outcome == Outcome.ACKNOWLEDGED && sent.kept == 0) {
                        wrong.add(command + " was acknowledged and is lost");
                    } else if (sent.outcome == Outcome.FAILED && sent.kept > 0) {
                        wrong.add(command + " was refused and is kept");
                    } else if (sent.kept > 0 && sent.kept != sent.events) {
                        wrong.add("%s is kept in part: %d".formatted(command, sent.kept));
                    }
                });
        requireNothing(wrong);
    }

    private static void requireNothing(List<String> wrong) {
        if (!wrong.isEmpty()) {
            throw new AssertionError(String.join("\n", wrong));
        }
    }

    /** Adds what a process has written: {@code sent}, {@code ok} or {@code failed}, a line each. */
    public void addFrom(Path file) throws IOException {
        Files.readAllLines(file, StandardCharsets.UTF_8).forEach(this::add);
    }

    public void add(String line) {
        String[] words = line.split(" ");
        Command command = new Command(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
        switch (words[0]) {
            case "sent" -> sent(command, Integer.parseInt(words[3]));
            case "ok" -> told(command, Outcome.ACKNOWLEDGED);
            case "failed" -> told(command, Outcome.FAILED);
            default -> throw new IllegalArgumentException(line);
        }
    }
}
