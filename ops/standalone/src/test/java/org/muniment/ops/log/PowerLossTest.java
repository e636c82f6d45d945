package org.muniment.ops.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.ops.crash.History;
import org.muniment.ops.crash.Needs;

/**
 * When the power fails, of every file what was flushed is left and nothing else: what was
 * acknowledged before is in it. Without the flush of every commit it is not, and that is found.
 */
class PowerLossTest {
    private static final int ACKNOWLEDGED = 250;

    /** The power fails after every so many lines that clients were told. */
    private static final int EVERY = 12;

    private static final long SEED = new Random().nextInt(1_000_000);

    @TempDir private Path directory;
    private Path log;

    @BeforeEach
    void aNewLog() throws InterruptedException {
        Needs.strace();
        log = directory.resolve("muniment.db");
        new LogFile(log).close();
    }

    @Test
    void whatWasAcknowledgedWasFlushed() throws Exception {
        assertThat(losePowerWhileWriting("FULL")).isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NORMAL", "OFF"})
    void withoutTheFlushAcknowledgedCommandsAreLostAndItIsFound(String synchronous) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> losePowerWhileWriting(synchronous))
                .withMessageContaining("was acknowledged and is lost");
    }

    /** Gives how often the power failed. */
    private int losePowerWhileWriting(String synchronous) throws Exception {
        Flushed disk = new Flushed(log, Path.of(log + "-wal"));
        Path trace = directory.resolve("trace-" + synchronous);
        List<String> strace =
                List.of(
                        "strace",
                        "-f",
                        "-y",
                        "-xx",
                        "-s",
                        "65536",
                        "-o",
                        trace.toString(),
                        "-e",
                        "trace=write,pwrite64,fsync,fdatasync,ftruncate");
        try (StoreProcess store =
                StoreProcess.start(
                        strace,
                        log,
                        directory.resolve("history-" + synchronous),
                        0,
                        2,
                        SEED,
                        synchronous)) {
            store.await(ACKNOWLEDGED);
            store.kill();
        }
        List<String> told = new ArrayList<>();
        int failures = 0;
        for (String call : Files.readAllLines(trace)) {
            String line = disk.sees(call);
            if (line != null && line.matches("(sent|ok|failed) [0-9 ]+")) {
                told.add(line);
                if (told.size() % EVERY == 0) {
                    losePower(disk, told);
                    failures++;
                }
            }
        }
        return failures;
    }

    private void losePower(Flushed disk, List<String> told) throws Exception {
        Path left = directory.resolve("left");
        Files.createDirectories(left);
        Files.deleteIfExists(left.resolve("muniment.db-shm"));
        disk.writeTo(left);
        History history = new History();
        told.forEach(history::add);
        history.found(StoreProcess.keptIn(left.resolve("muniment.db"), 0), true);
        history.requireKeptAsTold();
    }
}
