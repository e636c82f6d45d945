package org.muniment.ops.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.SigningKey;
import org.muniment.ops.turn.Leadership;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Moves the log of a data directory to Axon Server or back: see {@code ops/move-log}. */
public final class MoveLogProgram {
    private static final String FRESH = ".fresh";
    private static final int FAILED = 1;

    private MoveLogProgram() {}

    /** {@code arguments} are {@code to} or {@code from}, and Axon Server's address. */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("axoniq.update-checker.disabled", "true");
        LoggingSystem.get(MoveLogProgram.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        Map<String, String> settings = System.getenv();
        AxonServerAddress address =
                AxonServerAddress.of(
                        arguments[1],
                        settings.getOrDefault("MUNIMENT_AXONSERVER_CONTEXT", "default"),
                        settings.getOrDefault("MUNIMENT_AXONSERVER_TOKEN_FILE", ""),
                        Boolean.parseBoolean(settings.get("MUNIMENT_AXONSERVER_TLS")));
        Path data = Path.of(settings.getOrDefault("MUNIMENT_DATA", "./data"));
        try (SharedLog shared = new AxonServerLog(new AxonServer(address))) {
            move(arguments[0], data, shared);
        } catch (CannotStart unusable) {
            System.err.println("NOT MOVED: " + unusable.getMessage() + " " + unusable.action());
            System.exit(FAILED);
        } catch (BadEvidence | LogUnavailable failed) {
            System.err.println("NOT MOVED: " + failed.getMessage());
            System.exit(FAILED);
        }
        // The connector's threads would go on.
        System.exit(0);
    }

    static void move(String direction, Path data, SharedLog shared) throws IOException {
        try (DataDirectory directory = DataDirectory.open(data)) {
            MoveLog moving = new MoveLog(checkpoint(directory.area("ledger")), System.out::println);
            if (direction.equals("to")) {
                to(shared, directory.log(), moving);
            } else {
                from(shared, directory.log(), moving);
            }
        }
        System.out.println("MOVED, and the same to the byte.");
    }

    private static void to(SharedLog shared, Path log, MoveLog moving) {
        if (!Files.exists(log)) {
            throw new CannotStart("There is no log " + log + ".", "Check MUNIMENT_DATA.");
        }
        try (LogFile file = new LogFile(log)) {
            moving.to(shared, rowsOf(file));
        }
    }

    /** It takes its name once it is proved. */
    private static void from(SharedLog shared, Path log, MoveLog moving) throws IOException {
        if (Files.exists(log)) {
            throw new CannotStart(
                    "There is a log already: " + log + ".",
                    "Where it is a copy of the shared log, it is the log without the setting"
                            + " MUNIMENT_AXONSERVER; otherwise move it away.");
        }
        Path fresh = log.resolveSibling(log.getFileName() + FRESH);
        for (String end : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(fresh.resolveSibling(fresh.getFileName() + end));
        }
        try (LogFile file = new LogFile(fresh)) {
            LogTransactions.over(
                            file.writer(), new LogCopy(shared, file.writer(), Leadership.ALONE))
                    .takeIn();
            moving.prove(shared, rowsOf(file));
        }
        Files.move(fresh, log);
    }

    private static LogRows rowsOf(LogFile file) {
        return new LogReader(file, LogTransactions.over(file.writer(), Upstream.NONE));
    }

    private static Checkpoint checkpoint(Path ledger) throws IOException {
        Path key = ledger.resolve("key");
        Path checkpoint = ledger.resolve("checkpoint");
        if (!Files.exists(key) || !Files.exists(checkpoint)) {
            throw new CannotStart(
                    "There is no key and checkpoint in " + ledger + ", so nothing can be proved.",
                    "Restore the directory ledger from a backup.");
        }
        SignedNote note = SignedNote.parse(Files.readString(checkpoint));
        note.verify(List.of(SigningKey.parse(Files.readString(key)).key()));
        return Checkpoint.parse(note.text());
    }
}
