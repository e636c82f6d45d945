package org.muniment.ops.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;

/** Whoever got no answer may ask again. */
class RetriesTest {
    private static final String KEY = "Idempotency-Key";
    private static final String ONE = "3b241101-e2bb-4255-8caf-4136c566a962";
    private static final String BODY =
            """
            {"id":"p","name":"Partnership","councils":[{"code":"CBC","name":"Chorley"}],
             "services":[{"code":"SFS","name":"Finance","sections":["Accounts"]}],
             "amberWithinPercent":"5"}""";

    @TempDir private Path data;

    @Test
    void theSameRequestHasTheSameAnswerAlsoAfterARestart() {
        Answer first;
        try (Running muniment = start()) {
            first = send(muniment, BODY, ONE);
            assertThat(first.status()).isEqualTo(201);
            assertSame(first, send(muniment, BODY, ONE));
        }
        try (Running muniment = start()) {
            assertSame(first, send(muniment, BODY, ONE));
            assertThat(send(muniment, BODY, "another-key").status()).isEqualTo(409);
        }
    }

    @Test
    void theSameRequestHasTheSameAnswerThoughItsVersionIsStaleByNow() {
        try (Running muniment = start()) {
            muniment.post("admin", "/api/partnerships", Examples.PARTNERSHIP);
            muniment.post("admin", "/api/partnerships/pair/plans", Examples.PLAN);
            muniment.post("finance-officer", "/api/plans/plan/budget-lines", Examples.line("line"));
            Answer first = adjust(muniment, KEY, ONE);
            assertThat(first.status()).as(first.text()).isEqualTo(200);

            assertThat(adjust(muniment).status()).isEqualTo(412);
            assertSame(first, adjust(muniment, KEY, ONE));
            assertThat(adjust(muniment, KEY, "another-key").status()).isEqualTo(412);
        }
    }

    @Test
    void theKeyOfAnotherBodyIsRefusedAndSaysSo() {
        try (Running muniment = start()) {
            send(muniment, BODY, ONE);

            Answer refused = send(muniment, BODY.replace("Chorley", "South Ribble"), ONE);

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().get("type").asString()).endsWith("key-reused");
        }
    }

    @Test
    void ofManyAtOnceOneIsCarriedOutAndAllHaveItsAnswer() {
        try (Running muniment = start()) {
            List<Answer> answers =
                    IntStream.range(0, 16)
                            .parallel()
                            .mapToObj(number -> send(muniment, BODY, ONE))
                            .toList();

            answers.forEach(answer -> assertSame(answers.get(0), answer));
            assertThat(answers.get(0).status()).isEqualTo(201);
        }
    }

    @Test
    void aKeyThatIsNoneIsRefusedAndNamed() {
        try (Running muniment = start()) {
            Answer refused = send(muniment, BODY, "two words");

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo(KEY);
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWithAKeyAsWithout() {
        try (Running muniment = start()) {
            assertThat(send(muniment, " ".repeat(2_000_000), ONE).status()).isEqualTo(413);
            assertThat(send(muniment, BODY, ONE).status()).isEqualTo(201);
        }
    }

    private Running start() {
        return Running.on(data, "demo-people");
    }

    /** By somebody who saw the line before anything was adjusted. */
    private static Answer adjust(Running muniment, String... key) {
        List<String> headers = new ArrayList<>(List.of("If-Match", "\"1\""));
        headers.addAll(List.of(key));
        return muniment.post(
                "finance-officer",
                "/api/budget-lines/line/adjustments",
                "{\"change\": \"0.1\", \"reason\": \"A post\"}",
                headers.toArray(String[]::new));
    }

    private static Answer send(Running muniment, String body, String key) {
        return muniment.post("admin", "/api/partnerships", body, KEY, key);
    }

    private static void assertSame(Answer first, Answer again) {
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }
}
