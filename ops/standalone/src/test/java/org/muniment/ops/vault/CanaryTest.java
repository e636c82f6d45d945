package org.muniment.ops.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muniment.kernel.person.SubjectId;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import org.muniment.ops.http.Examples;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A canary is let into the vault, and must be heard nowhere else: not before, not after. */
@ExtendWith(OutputCaptureExtension.class)
class CanaryTest {
    private static final String PERSON = "/api/people/p-1";
    private static final String SAID =
            """
            "name": "%1$s", "post": "Keeper of %1$s", "telephone": "%1$s 01772", "email": "%1$s@x"\
            """
                    .formatted(Canary.TEXT);

    @Test
    void anErasedTextIsFoundNowhereAndWasNeverAnywhereInPlain(
            @TempDir Path data, CapturedOutput output) throws IOException {
        byte[] stored;
        try (Running muniment = start(data)) {
            prepare(muniment);
            assertThat(say(muniment, "/api/people", "{\"id\": \"p-1\", " + SAID + "}"))
                    .isEqualTo(201);
            provoke(muniment);
            assertThat(Canary.formsIn(muniment.get(PERSON).text())).isNotEmpty();
            assertUnheardOutside(muniment);
            stored = Files.readAllBytes(data.resolve("vault/p-1.openings"));
            assertThat(Canary.filesWith(data)).isEmpty();

            erase(muniment);

            assertUnheardOutside(muniment);
            assertThat(Canary.formsIn(muniment.get(PERSON).text())).isEmpty();
            assertThat(Canary.formsIn(muniment.get("/api/people").text())).isEmpty();
            assertGone(data, stored);
        }
        assertGone(data, stored);
        try (Running muniment = start(data)) {
            assertThat(Canary.formsIn(muniment.get(PERSON).text())).isEmpty();
            assertUnheardOutside(muniment);
        }
        assertThat(Canary.formsIn(output.getAll())).isEmpty();
    }

    @Test
    void aReplacedTextIsFoundNowhere(@TempDir Path data, CapturedOutput output) throws IOException {
        try (Running muniment = start(data)) {
            say(muniment, "/api/people", "{\"id\": \"p-1\", " + SAID + "}");
            byte[] stored = Files.readAllBytes(data.resolve("vault/p-1.openings"));

            assertThat(say(muniment, PERSON + "/rectification", "{\"name\": \"Jane Roe\"}"))
                    .isEqualTo(200);

            assertThat(Canary.formsIn(muniment.get(PERSON).text())).isEmpty();
            assertThat(muniment.bean("vault", PersonVault.class).of(new SubjectId("p-1")))
                    .singleElement()
                    .returns("Jane Roe", opening -> opening.text().value());
            assertGone(data, stored);
            assertUnheardOutside(muniment);
        }
        assertThat(Canary.formsIn(output.getAll())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("disguises")
    void aCanaryIsFoundInEveryDisguise(byte[] disguised, @TempDir Path data) throws IOException {
        Files.createDirectories(data.resolve("deep"));
        Path planted = Files.write(data.resolve("deep/planted"), disguised);

        assertThat(Canary.filesWith(data)).isNotEmpty().allMatch(it -> it.contains("planted"));
        assertThat(Canary.filesWith(data, disguised)).containsExactly(planted);
    }

    @Test
    void aCanaryIsFoundInTheNameOfAFileAndInWhatIsPrinted(@TempDir Path data, CapturedOutput output)
            throws IOException {
        Files.createFile(data.resolve(Canary.PLAIN));
        System.out.println(Canary.TEXT);

        assertThat(Canary.filesWith(data)).isNotEmpty();
        assertThat(Canary.formsIn(output.getAll())).isNotEmpty();
    }

    static Stream<byte[]> disguises() {
        return Stream.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE)
                .flatMap(CanaryTest::disguises);
    }

    private static Stream<byte[]> disguises(Charset charset) {
        return Stream.of("", "x", "xx")
                .map(before -> (before + Canary.TEXT + " and so on").getBytes(charset))
                .flatMap(
                        bytes ->
                                Stream.of(
                                        bytes,
                                        Base64.getEncoder().encode(bytes),
                                        HexFormat.of()
                                                .formatHex(bytes)
                                                .getBytes(StandardCharsets.US_ASCII)));
    }

    private static Running start(Path data) {
        return Running.on(data, "demo-people", "--server.tomcat.basedir=" + data.resolve("http"));
    }

    private static void prepare(Running muniment) {
        muniment.post("admin", "/api/partnerships", Examples.PARTNERSHIP);
        muniment.post("admin", "/api/partnerships/pair/plans", Examples.PLAN);
        muniment.post("officer", "/api/plans/plan/kpis", Examples.kpi("kpi"));
    }

    private static int say(Running muniment, String path, String body) {
        Answer answer = muniment.post("secretariat", path, body);
        assertThat(Canary.formsIn(answer.text())).isEmpty();
        return answer.status();
    }

    /** Whatever goes wrong with it, it is not repeated. */
    private static void provoke(Running muniment) {
        String text = Canary.TEXT;
        String long300 = Canary.PLAIN.repeat(25);
        for (String body :
                List.of(
                        "{\"id\": \"p-2\", \"name\": \"%s\"}".formatted(long300),
                        "{\"id\": \"p-2\", \"name\": %s}".formatted(Canary.PLAIN),
                        "{\"id\": \"p-2\", \"name\": \"%s".formatted(text),
                        "{\"id\": \"p-2\", \"name\": \"%s\"".formatted(text),
                        "{\"id\": \"p-2\", \"name\": \"%s\\q\"}".formatted(text),
                        "{\"id\": \"p-2\", \"name\": \"%s\\u0000\"}".formatted(text),
                        "{\"id\": \"p-2\", \"name\": \"%1$s\", \"name\": \"%1$s\"}".formatted(text),
                        "{\"id\": \"p-2\", \"name\": [\"%s\"]}".formatted(text),
                        "{\"id\": \"p-2\", \"name\": {\"first\": \"%s\"}}".formatted(text),
                        "{\"id\": \"p-2\", \"name\": \"%1$s\", \"nickname\": \"%1$s\"}"
                                .formatted(text),
                        "{\"id\": \"p-2\", \"name\": \"Jane\", \"post\": \"%s\\u202e\"}"
                                .formatted(text),
                        "{\"id\": \"quillfeather\", \"name\": \"%s\"}".formatted(text),
                        "{\"id\": \"%1$s\", \"name\": \"%1$s\"}".formatted(text),
                        "{\"id\": \"p-2\", \"name\": \"%s\"} {}".formatted(text),
                        "\"%s\"".formatted(text),
                        Canary.PLAIN)) {
            assertThat(say(muniment, "/api/people", body)).as(body).isEqualTo(400);
        }
        assertThat(say(muniment, "/api/people", "{\"id\": \"p-1\", " + SAID + "}")).isEqualTo(409);
        assertThat(say(muniment, "/api/people/p-2/rectification", "{" + SAID + "}")).isEqualTo(404);
        assertThat(say(muniment, PERSON + "/erasure", "{\"legalBasis\": \"%s\"}".formatted(text)))
                .isEqualTo(400);
        assertThat(
                        say(
                                muniment,
                                PERSON + "/erasure",
                                "{\"legalBasis\": \"OBJECTION\", \"reference\": \"%s\"}"
                                        .formatted(text)))
                .isEqualTo(400);
        assertThat(say(muniment, "/api/people", "[" + ("\"" + text + "\",").repeat(60_000)))
                .isEqualTo(413);
        provokeByHeaders(muniment);
    }

    private static void provokeByHeaders(Running muniment) {
        String body = "{" + SAID + "}";
        String path = PERSON + "/rectification";
        assertUnheard(muniment.post("secretariat", path, body, "If-Match", "\"9\""), 412);
        assertUnheard(muniment.post("secretariat", path, body, "Reason", Canary.PLAIN), 400);
        assertUnheard(muniment.post("secretariat", path, body, "Accept", "text/csv"), 200);
        assertUnheard(muniment.post("member", path, body), 403);
    }

    private static void assertUnheard(Answer answer, int status) {
        assertThat(Canary.formsIn(answer.text())).isEmpty();
        assertThat(answer.status()).isEqualTo(status);
    }

    /** Whoever does not ask for people is not told of them. */
    private static void assertUnheardOutside(Running muniment) {
        for (String path :
                List.of(
                        "/",
                        "/api/plans",
                        "/api/plans/plan/dashboard",
                        "/api/plans/plan/events",
                        "/api/people/p-1/history",
                        "/actuator/health",
                        "/v3/api-docs")) {
            assertThat(Canary.formsIn(muniment.get(path).text())).as(path).isEmpty();
        }
    }

    private static void erase(Running muniment) {
        assertThat(say(muniment, PERSON + "/erasure", "{\"legalBasis\": \"CONSENT_WITHDRAWN\"}"))
                .isEqualTo(200);
        assertThat(
                        muniment.post("head-of-service", PERSON + "/erasure/confirmation", "{}")
                                .status())
                .isEqualTo(200);
    }

    /** Neither the text nor what it was encrypted to. */
    private static void assertGone(Path data, byte[] stored) throws IOException {
        assertThat(Canary.filesWith(data)).isEmpty();
        assertThat(Canary.filesWith(data, stored)).isEmpty();
    }
}
