package org.muniment.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.SignedNote;

/** The witness in a process of its own, ended in every way a process ends. */
class ProgramTest {
    private static final TestLog LOG = TestLog.of(TestLog.ORIGIN);
    private static final int COSIGNED_BEFORE_THE_KILL = 50;
    private static final int TERMINATED = 143;
    private static final Pattern INTRODUCTION =
            Pattern.compile(
                    "Muniment's witness (witness\\.example/muniment\\+[0-9a-f]{8}\\+\\S{44}) is"
                            + " ready at (http://127\\.0\\.0\\.1:\\d+) and watches 1 log");

    @TempDir private Path data;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;
    private String address;

    @BeforeEach
    void watch() {
        RunningWitness.watch(data, LOG);
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void itIntroducesItselfAndEndsWhenToldTo() throws Exception {
        Matcher introduction = INTRODUCTION.matcher(start());

        assertThat(introduction.matches()).isTrue();
        assertThat(get("/key"))
                .isEqualTo("witness witness.example " + introduction.group(1) + "\n");
        process.destroy();
        assertThat(process.waitFor()).isIn(Set.of(0, TERMINATED));
        assertThat(introduction.reset(start()).matches()).isTrue();
    }

    @Test
    void aSecondProcessOnTheSameDirectoryEndsAtOnceAndSaysWhy() throws Exception {
        start();
        Process first = process;
        try {
            process = launch();

            assertThat(process.inputReader(StandardCharsets.UTF_8).readLine())
                    .contains("is in use");
            assertThat(process.waitFor()).isEqualTo(1);
            assertThat(post(1)).isEqualTo(200);
        } finally {
            first.destroyForcibly();
        }
    }

    @Test
    void killedAtAnyMomentItRemembersWhatItCosigned() throws Exception {
        start();
        AtomicInteger cosigned = new AtomicInteger();
        CountDownLatch enough = new CountDownLatch(COSIGNED_BEFORE_THE_KILL);
        Thread sender = new Thread(() -> grow(cosigned, enough));
        sender.start();
        enough.await();
        process.destroyForcibly().waitFor();
        sender.join();

        start();
        Checkpoint last =
                Checkpoint.parse(
                        SignedNote.parse(get("/checkpoint?origin=" + TestLog.ORIGIN)).text());
        // One more may have been kept whose answer was never sent.
        assertThat(last.size()).isBetween(cosigned.longValue(), cosigned.get() + 1L);
        assertThat(last.root()).isEqualTo(LOG.root((int) last.size()));
    }

    private void grow(AtomicInteger cosigned, CountDownLatch enough) {
        try {
            while (cosigned.get() < TestLog.LEAVES && post(cosigned.get() + 1) == 200) {
                cosigned.incrementAndGet();
                enough.countDown();
            }
        } catch (IOException killed) {
            // As intended: nobody was told whether this one was kept.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private int post(int size) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + "/add-checkpoint"))
                        .POST(BodyPublishers.ofString(LOG.growth(size - 1, size).toString()))
                        .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(URI.create(address + path)).build(),
                        BodyHandlers.ofString());
        return answer.body();
    }

    /** Starts it and returns what it said of itself. */
    private String start() throws IOException {
        process = launch();
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        Matcher introduction = INTRODUCTION.matcher(line);
        assertThat(introduction.matches()).as(line).isTrue();
        address = introduction.group(2);
        return line;
    }

    private Process launch() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Program.class.getName())
                        .redirectErrorStream(true);
        builder.environment().put("MUNIMENT_WITNESS_DATA", data.toString());
        builder.environment().put("MUNIMENT_WITNESS_PORT", "0");
        builder.environment().put("MUNIMENT_WITNESS_NAME", RunningWitness.NAME);
        return builder.start();
    }
}
