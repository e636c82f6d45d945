package org.muniment.ops.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Patience;
import org.muniment.ops.http.Examples;

/** A disk that is full, or does not flush: nothing is acknowledged that it does not hold. */
class DiskTest {
    private static final int MEBIBYTES = 8;
    private static final int PIECE = 4_096;

    @TempDir private Path directory;

    private int number;

    @Test
    void aFullDiskIsToldWhatIsKnownIsAnsweredAndAllIsWellOnceThereIsSpace() throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        Needs.smallDisk(disk, MEBIBYTES);
        try {
            try (Killed muniment = Killed.start(Files.createDirectory(disk.resolve("data")))) {
                assertThat(establish(muniment).statusCode()).isEqualTo(201);
                Path filler = fill(disk.resolve("filler"));

                Patience.await().until(() -> establish(muniment).statusCode() != 201);
                HttpResponse<String> refused = establish(muniment);
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
                assertThat(refused.headers().firstValue("Content-Type"))
                        .hasValue("application/problem+json");
                String known = muniment.get("/api/partnerships").body();
                assertThat(known).contains("pair-1").doesNotContain("pair-" + number + "\"");

                Files.delete(filler);
                Patience.await().until(() -> establish(muniment).statusCode() == 201);
                Patience.await().until(() -> muniment.get("/actuator/health").statusCode() == 200);
            }
            try (Killed again = Killed.start(disk.resolve("data"))) {
                assertThat(again.get("/api/partnerships").body()).contains("pair-" + number + "\"");
                assertThat(again.get("/actuator/health").statusCode()).isEqualTo(200);
            }
        } finally {
            Needs.unmount(disk);
        }
    }

    @Test
    void afterAFlushThatFailedNothingIsWrittenUntilARestartAndWhoeverAsksAgainIsToldTheTruth()
            throws Exception {
        Needs.straceOfAnother();
        String lost;
        try (Killed muniment = Killed.start(directory)) {
            assertThat(establish(muniment).statusCode()).isEqualTo(201);
            Process failing = failFlushesOf(muniment);
            HttpResponse<String> refused = establish(muniment);
            lost = "pair-" + number;
            failing.destroy();
            assertThat(failing.waitFor(20, TimeUnit.SECONDS)).isTrue();

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(establish(muniment).statusCode()).as("the disk is well").isEqualTo(503);
            assertThat(muniment.get("/actuator/health").statusCode()).isEqualTo(503);
            assertThat(muniment.get("/actuator/health").body()).contains("the disk failed");
            assertThat(muniment.get("/api/partnerships").statusCode()).isEqualTo(200);
        }
        try (Killed again = Killed.start(directory)) {
            assertThat(establish(again, lost).statusCode()).isEqualTo(201);
            String all = again.get("/api/partnerships").body();
            assertThat(all.split("\"" + lost + "\"", -1)).as(all).hasSize(2);
            assertThat(establish(again).statusCode()).isEqualTo(201);
        }
    }

    /** Returns once it is in the way of every flush. */
    private static Process failFlushesOf(Killed muniment) throws IOException {
        Process strace =
                new ProcessBuilder(
                                "strace",
                                "-f",
                                "-p",
                                String.valueOf(muniment.id()),
                                "-e",
                                "trace=fsync,fdatasync",
                                "-e",
                                "inject=fsync,fdatasync:error=EIO")
                        .redirectErrorStream(true)
                        .start();
        // It says "attached" of each thread, and the last of them is the whole.
        assertThat(strace.inputReader().readLine()).contains("attached");
        return strace;
    }

    private static Path fill(Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int piece = PIECE; piece >= 1; piece /= PIECE) {
                fill(channel, piece);
            }
        }
        return file;
    }

    private static void fill(FileChannel channel, int piece) {
        try {
            while (true) {
                channel.write(ByteBuffer.allocate(piece));
            }
        } catch (IOException full) {
            // as wanted
        }
    }

    private HttpResponse<String> establish(Killed muniment)
            throws IOException, InterruptedException {
        return establish(muniment, "pair-" + ++number);
    }

    private static HttpResponse<String> establish(Killed muniment, String id)
            throws IOException, InterruptedException {
        return muniment.post(
                "admin",
                "/api/partnerships",
                Examples.PARTNERSHIP.replace("\"pair\"", "\"" + id + "\""),
                "Idempotency-Key",
                "key-" + id);
    }
}
