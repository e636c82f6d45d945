package org.muniment.ops.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.ops.Running;
import org.muniment.ops.hostile.Wire.Heard;

/** Requests that no client would send by mistake, byte for byte. */
class RawRequestsTest {
    private static final String AUDITOR =
            "Authorization: " + Running.basic("auditor", Running.SECRET) + "\r\n";
    private static final String OFFICER =
            "Authorization: " + Running.basic("officer", Running.SECRET) + "\r\n";
    private static final String ACTUALS = "/api/kpis/grant-claims/actuals";
    private static final String SMUGGLED = "GET /api/plans HTTP/1.1\r\nHost: x\r\n" + AUDITOR;

    @TempDir private static Path data;
    private static Running muniment;

    @BeforeAll
    static void start() {
        muniment = Running.on(data, "demo");
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    /** The control: without mischief the same request is answered. */
    @Test
    void aPlainRequestIsAnswered() throws IOException {
        assertThat(get("/api/plans", "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/plans/..;/plans",
                "/api/%2e%2e/api/plans",
                "/api/x/../plans",
                "/./api/plans",
                "/api/plans/.",
                "//api/plans",
                "/api//plans",
                "/api/plans/",
                "/API/plans",
                "/api/plans;x=1",
                "/api/plans%2f",
                "/api/plans%5c",
                "/api\\plans",
                "/api/plans%00",
                "/api/plans%20",
                "/api/plans.json",
                "/api/plans#x",
                "/actuator;/prometheus",
                "/actuator/health/../prometheus",
                "/actuator/health/..;/prometheus",
                "/assets/../api/plans",
                "http://evil.example/api/plans"
            })
    void noOtherSpellingOfAnAddressLeadsToIt(String path) throws IOException {
        for (String signIn : new String[] {AUDITOR, ""}) {
            Heard heard = ask("GET " + path + " HTTP/1.1\r\nHost: x\r\n" + signIn + "\r\n");
            assertRefused(heard, Set.of(400, 401, 403, 404));
        }
    }

    /** An escape of a plain letter means the letter, to the table of access too. */
    @Test
    void anEscapedLetterIsStillJudgedByTheTable() throws IOException {
        String member = "Authorization: " + Running.basic("member", Running.SECRET) + "\r\n";
        String line = "GET /%61pi/operations/projections HTTP/1.1\r\nHost: x\r\n";

        assertRefused(ask(line + member + "\r\n"), Set.of(403));
        assertThat(ask(line + AUDITOR + "\r\n").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n",
                "Content-Length: 6\r\nContent-Length: 0\r\n",
                "Content-Length: 0\r\nContent-Length: 6\r\n",
                "Content-Length: +6\r\n",
                "Content-Length: 0x6\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Transfer-Encoding : chunked\r\n",
                "Transfer-Encoding:\u000bchunked\r\n"
            })
    void aRequestOfTwoLengthsIsRefusedAndNothingBehindItIsRead(String lengths) throws IOException {
        String request =
                "POST "
                        + ACTUALS
                        + " HTTP/1.1\r\nHost: x\r\n"
                        + OFFICER
                        + "Content-Type: application/json\r\n"
                        + lengths
                        + "\r\n0\r\n\r\n"
                        + SMUGGLED
                        + "\r\n";

        String all = everythingSaid(request);

        assertThat(all).startsWith("HTTP/1.1 400").contains("application/problem+json");
        assertThat(all.split("HTTP/1\\.1 ", -1)).hasSize(2);
    }

    @Test
    void aHostIsGivenOnceAndRepeatedNowhere() throws IOException {
        assertRefused(ask("GET /api/plans HTTP/1.1\r\n" + AUDITOR + "\r\n"), Set.of(400));
        assertRefused(
                ask("GET /api/plans HTTP/1.1\r\nHost: a\r\nHost: b\r\n" + AUDITOR + "\r\n"),
                Set.of(400));
        for (String path : new String[] {"/v3/api-docs", "/api/plans", "/api/nowhere", "/"}) {
            String all =
                    everythingSaid(
                            "GET "
                                    + path
                                    + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n"
                                    + "X-Forwarded-Host: evil.example\r\n"
                                    + AUDITOR
                                    + "\r\n");
            assertThat(all).startsWith("HTTP/1.1 ").doesNotContain("evil.example");
        }
    }

    @ParameterizedTest
    @CsvSource({"TRACE, 405", "CONNECT, 400", "TRACK, 400", "PROPFIND, 400"})
    void otherMethodsAreRefusedAndEchoNothing(String method, int status) throws IOException {
        Heard heard =
                ask(
                        method
                                + " /api/plans HTTP/1.1\r\nHost: x\r\nX-Secret: s3\r\n"
                                + AUDITOR
                                + "Content-Type: application/json;charset=\r\n\r\n");

        assertRefused(heard, Set.of(status, 403));
        assertThat(heard.body()).doesNotContain("X-Secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method"})
    void aMethodIsNotOverridden(String header) throws IOException {
        assertThat(get("/api/plans", header + ": POST\r\n").status()).isEqualTo(200);
        assertThat(get("/api/plans?_method=POST", "").status()).isEqualTo(200);
    }

    @Test
    void headersWithoutEndAreRefused() throws IOException {
        assertRefused(get("/api/plans", "X: " + "x".repeat(65_536) + "\r\n"), Set.of(400));
        assertRefused(get("/api/plans", "X: 1\r\n".repeat(200)), Set.of(400));
        assertRefused(get("/api/plans", "X: a\rInjected: 1\r\n"), Set.of(400));
        assertRefused(get("/api/plans", "X : 1\r\n"), Set.of(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"charset=", "charset=\"", "charset=utf-99", "charset=a b"})
    void aCharsetThatIsNoneIsNoFailureOfOurs(String charset) throws IOException {
        assertThat(get("/api/plans", "Content-Type: text/plain;" + charset + "\r\n").status())
                .isEqualTo(200);
        assertRefused(post("{}".getBytes(UTF_8), "application/json;" + charset), Set.of(400, 415));
    }

    @Test
    void bodiesWithoutEndOrBottomAreRefused() throws IOException {
        assertRefused(json(""), Set.of(400));
        assertRefused(json(" ".repeat(1024 * 1024 + 1)), Set.of(413));
        assertRefused(json("[".repeat(501) + "]".repeat(501)), Set.of(400));
        assertRefused(json("{\"month\":" + "[".repeat(100_000)), Set.of(400));
        assertRefused(json("{\"comment\":[" + "1,".repeat(400_000) + "1]}"), Set.of(400));
        String chunk = "10000\r\n" + " ".repeat(65_536) + "\r\n";
        assertRefused(
                ask(
                        "POST "
                                + ACTUALS
                                + " HTTP/1.1\r\nHost: x\r\n"
                                + OFFICER
                                + "Content-Type: application/json\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n"
                                + chunk.repeat(20)
                                + "0\r\n\r\n"),
                Set.of(413));
    }

    @Test
    void aPackedBodyIsNotUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[50 << 20]);
        }

        assertRefused(
                post(packed.toByteArray(), "application/json\r\nContent-Encoding: gzip"),
                Set.of(400, 415));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"month\":\"2018-03\",\"actual\":1e2147483647}",
                "{\"month\":\"2018-03\",\"actual\":\"1e2147483647\"}",
                "{\"month\":\"2018-03\",\"actual\":NaN}",
                "{\"month\":\"2018-03\",\"actual\":\"-0.0000001\"}",
                "{\"month\":\"2018-03\",\"month\":\"2018-02\",\"actual\":\"1\"}",
                "{\"month\":\"2018-03\",\"actual\":\"1\"}{}",
                "{\"month\":\"2018-03\",\"actual\":\"1\",\"frozen\":true}",
                "{\"month\":\"2018-03\",\"actual\":\"1\",\"comment\":\"Gr\u00fc\u00dfe"
            })
    void numbersAndKeysThatAreNoneAreRefused(String body) throws IOException {
        assertRefused(json(body), Set.of(400));
    }

    @Test
    void bytesThatAreNotOfTheirCharsetAreRefusedAndNeverReplaced() throws IOException {
        String body = "{\"month\":\"2018-03\",\"actual\":\"100\",\"comment\":\"Gr\u00fc\u00dfe\"}";

        assertRefused(post(body.getBytes(ISO_8859_1), "application/json"), Set.of(400));
        assertThat(json(body).status()).isEqualTo(200);
        assertThat(muniment.get("/api/kpis/grant-claims/history").text())
                .contains("Gr\u00fc\u00dfe");
    }

    private static Heard get(String path, String headers) throws IOException {
        return ask("GET " + path + " HTTP/1.1\r\nHost: x\r\n" + AUDITOR + headers + "\r\n");
    }

    private static Heard json(String body) throws IOException {
        return post(body.getBytes(UTF_8), "application/json");
    }

    private static Heard post(byte[] body, String type) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        String head =
                "POST "
                        + ACTUALS
                        + " HTTP/1.1\r\nHost: x\r\n"
                        + OFFICER
                        + "If-Match: "
                        + muniment.get("/api/kpis/grant-claims").header("ETag")
                        + "\r\nContent-Type: "
                        + type
                        + "\r\nContent-Length: "
                        + body.length
                        + "\r\n\r\n";
        request.writeBytes(head.getBytes(ISO_8859_1));
        request.writeBytes(body);
        return ask(request.toByteArray());
    }

    private static Heard ask(String request) throws IOException {
        return ask(request.getBytes(ISO_8859_1));
    }

    private static Heard ask(byte[] request) throws IOException {
        try (Wire wire = new Wire(muniment.port())) {
            return wire.ask(request, false);
        }
    }

    /** Until the server closes the connection. */
    private static String everythingSaid(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), muniment.port())) {
            socket.setSoTimeout((int) Wire.PATIENCE.toMillis());
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static void assertRefused(Heard heard, Set<Integer> statuses) {
        assertThat(Conformance.faults(heard, statuses, "", false)).as(heard.toString()).isEmpty();
        assertThat(heard.status()).isGreaterThanOrEqualTo(400);
    }
}
