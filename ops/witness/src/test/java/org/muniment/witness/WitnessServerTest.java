package org.muniment.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.kernel.words.Sha256;

class WitnessServerTest {
    private static final TestLog LOG = TestLog.of(TestLog.ORIGIN);
    private static final int KILOBYTE = 1_024;

    @TempDir private Path data;
    private RunningWitness witness;

    @BeforeEach
    void start() {
        witness = RunningWitness.watching(data, new TestClock(), LOG);
    }

    @AfterEach
    void stop() {
        witness.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/key"})
    void itTellsItsKeyAsAPolicyListsIt(String path) {
        HttpResponse<String> answer = witness.get(path);

        assertThat(answer.body()).isEqualTo("witness witness.example " + witness.key() + "\n");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/plain");
    }

    @Test
    void itShowsTheLastCheckpointToEverybody() {
        assertThat(witness.last(LOG).statusCode()).isEqualTo(404);

        String cosignature = witness.add(LOG.growth(0, 5)).body();

        String note = LOG.checkpoint(5).with(cosignature).toString();
        assertThat(witness.last(LOG).body()).isEqualTo(note);
        assertThat(witness.last(LOG).headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/plain");
        assertThat(witness.get("/checkpoint?origin=councils.example%2Flog").body()).isEqualTo(note);
        assertThat(witness.get("/" + Sha256.of(TestLog.ORIGIN) + "/checkpoint").body())
                .isEqualTo(note);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/checkpoint",
                "/checkpoint?",
                "/checkpoint?origin",
                "/checkpoint?origin=",
                "/checkpoint?origin=other.example",
                "/checkpoint?log=councils.example/log",
                "/checkpoint/?origin=councils.example/log",
                "/e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855/checkpoint",
                "/add-checkpoint/",
                "/keys",
                "/../key"
            })
    void nothingElseIsThere(String path) {
        witness.add(LOG.growth(0, 5));
        boolean submits = path.startsWith("/add-checkpoint");

        HttpResponse<String> answer =
                submits ? witness.send("GET", path, BodyPublishers.noBody()) : witness.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /add-checkpoint, POST",
        "HEAD, /add-checkpoint, POST",
        "PUT, /add-checkpoint, POST",
        "DELETE, /add-checkpoint, POST",
        "POST, /, GET",
        "POST, /key, GET",
        "PUT, /checkpoint, GET",
        "HEAD, /key, GET",
        "POST, /add-checkpoint/, GET"
    })
    void everyOtherMethodIsRefused(String method, String path, String allowed) {
        HttpResponse<String> answer =
                witness.send(method, path, BodyPublishers.ofString(LOG.growth(0, 5).toString()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue(allowed);
        assertThat(witness.last(LOG).statusCode()).isEqualTo(404);
    }

    @Test
    void aSubmissionHasUpTo64Kilobytes() {
        String largest = padded(64 * KILOBYTE);
        assertThat(largest.getBytes(StandardCharsets.UTF_8).length).isEqualTo(64 * KILOBYTE);

        HttpResponse<String> tooLarge = witness.add(padded(64 * KILOBYTE + 1));

        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(witness.complaints()).hasSize(1).first().asString().contains("refused 413");
        assertThat(witness.add(largest).statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyThatDoesNotSayItsLengthIsBoundedToo() {
        assertThat(chunked(padded(100 * KILOBYTE)).statusCode()).isEqualTo(413);
        assertThat(chunked(padded(64 * KILOBYTE)).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeAllOfItHasCome() throws IOException {
        String begun = "POST /add-checkpoint HTTP/1.1\r\nContent-Length: 999999999\r\n\r\n";
        try (Socket sender = new Socket("127.0.0.1", witness.port())) {
            sender.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
            sender.getOutputStream().write(new byte[64 * KILOBYTE + 1]);

            assertThat(
                            new BufferedReader(
                                            new InputStreamReader(
                                                    sender.getInputStream(),
                                                    StandardCharsets.US_ASCII))
                                    .readLine())
                    .startsWith("HTTP/1.1 413 ");
        }
    }

    private HttpResponse<String> chunked(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return witness.send(
                "POST",
                "/add-checkpoint",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
    }

    /** A true submission of so many bytes, with a stranger's signature that makes up the length. */
    private static String padded(int bytes) {
        String body = LOG.growth(0, 5).toString();
        int left = bytes - body.getBytes(StandardCharsets.UTF_8).length;
        int frame = "\u2014  \n".getBytes(StandardCharsets.UTF_8).length;
        int signature = (left - frame - 4) / 4 * 4;
        String name = "x".repeat(left - frame - signature);
        byte[] zeros = new byte[signature / 4 * 3];
        return body + "\u2014 " + name + " " + Base64.getEncoder().encodeToString(zeros) + "\n";
    }

    @Test
    void bytesThatAreNotTextAreMalformed() {
        byte[] body = LOG.growth(0, 5).toString().getBytes(StandardCharsets.UTF_8);
        byte[] broken = body.clone();
        broken[body.length - 3] = (byte) 0xff;

        assertThat(
                        witness.send("POST", "/add-checkpoint", BodyPublishers.ofByteArray(broken))
                                .statusCode())
                .isEqualTo(400);
        assertThat(
                        witness.send("POST", "/add-checkpoint", BodyPublishers.ofByteArray(body))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAddressThatIsTakenIsSaid(@TempDir Path other) throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            Settings settings =
                    new Settings(other, "127.0.0.1", taken.getLocalPort(), RunningWitness.NAME);
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> Program.start(settings, new TestClock(), line -> {}))
                    .withMessageContaining("cannot listen at 127.0.0.1:" + taken.getLocalPort());
        }
        RunningWitness.again(other).close();
    }
}
