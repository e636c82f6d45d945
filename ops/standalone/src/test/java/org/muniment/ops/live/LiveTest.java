package org.muniment.ops.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import org.muniment.ops.http.Examples;

/** An open page is told, over HTTP, that something was recorded. */
@Timeout(60)
class LiveTest {
    @TempDir private Path data;
    private Running muniment;

    @BeforeEach
    void start() {
        muniment = Running.on(data, "demo-people");
        muniment.post("admin", "/api/partnerships", Examples.PARTNERSHIP);
        muniment.post("admin", "/api/partnerships/pair/plans", Examples.PLAN);
    }

    @AfterEach
    void stop() {
        muniment.close();
    }

    @Test
    void anOpenPageIsToldOfACommandWithItsPosition() throws Exception {
        try (Stream stream = open("member", "?after=" + end())) {
            assertThat(stream.type()).isEqualTo("text/event-stream");
            assertThat(stream.next()).isEqualTo("retry:1000");

            long position = addProject("one");

            assertThat(stream.event())
                    .containsExactly("id:" + position, "event:recorded", "data:" + position);
        }
    }

    @Test
    void whatWasRecordedBeforeThePageListenedIsToldAtOnce() throws Exception {
        long shown = end();
        long position = addProject("one");

        try (Stream stream = open("member", "?after=" + shown)) {
            assertThat(stream.event()).contains("id:" + position);
        }
    }

    @Test
    void aBrowserThatComesAgainIsToldWhatItMissedAndNothingTwice() throws Exception {
        long first = addProject("one");
        try (Stream again = open("member", "?after=1", "Last-Event-ID", String.valueOf(first));
                Stream anew = open("member", "?after=1")) {
            assertThat(anew.event()).contains("id:" + first);

            long second = addProject("two");

            assertThat(again.event()).contains("id:" + second);
        }
    }

    @Test
    void onlyAReaderOfThePlanMayListen() throws Exception {
        assertThat(muniment.anonymously("/plans/plan/live").status()).isEqualTo(401);
        assertThat(muniment.get("member", "/plans/no-such/live").status()).isEqualTo(404);
    }

    @Test
    void aPersonHasOnlySoManyPagesOpenAndOthersHaveTheirs() throws Exception {
        List<Stream> open = new ArrayList<>();
        try {
            for (int i = 0; i < 12; i++) {
                open.add(open("member", ""));
            }
            try (Stream oneMore = open("member", "");
                    Stream ofAnother = open("officer", "")) {
                assertThat(oneMore.status()).isEqualTo(503);
                assertThat(oneMore.response.headers().firstValue("Retry-After")).hasValue("60");
                assertThat(ofAnother.status()).isEqualTo(200);
            }
        } finally {
            for (Stream stream : open) {
                stream.close();
            }
        }
    }

    @Test
    void anOpenPageDoesNotHoldUpTheEndOfTheProcess() throws Exception {
        try (Stream stream = open("member", "?after=" + end())) {
            assertThat(stream.next()).isEqualTo("retry:1000");

            muniment.close();

            assertThat(stream.rest()).doesNotContain("event:recorded");
        }
    }

    private long addProject(String id) {
        return muniment.post("officer", "/api/plans/plan/projects", Examples.project(id))
                .json()
                .get("position")
                .asLong();
    }

    private long end() {
        return muniment.get("member", "/api/plans/plan/dashboard")
                .json()
                .at("/asOf/position")
                .asLong();
    }

    private Stream open(String client, String query, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%s/plans/plan/live%s"
                                                .formatted(muniment.port(), query)))
                        .header("Authorization", Running.basic(client, Running.SECRET));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new Stream(
                HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream()));
    }

    /** What a browser is sent, line by line. */
    private static final class Stream implements AutoCloseable {
        private final HttpResponse<java.io.InputStream> response;
        private final BufferedReader lines;

        private Stream(HttpResponse<java.io.InputStream> response) {
            this.response = response;
            lines =
                    new BufferedReader(
                            new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        }

        int status() {
            return response.statusCode();
        }

        String type() {
            return response.headers().firstValue("Content-Type").orElse("");
        }

        String next() throws IOException {
            return lines.readLine();
        }

        /** The lines of the next event, past greetings and signs of life. */
        List<String> event() throws IOException {
            List<String> event = new ArrayList<>();
            String line = lines.readLine();
            while (event.isEmpty() || !line.isEmpty()) {
                if (line.startsWith("id:") || !event.isEmpty()) {
                    event.add(line);
                }
                line = lines.readLine();
            }
            return event;
        }

        List<String> rest() {
            return lines.lines().toList();
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
