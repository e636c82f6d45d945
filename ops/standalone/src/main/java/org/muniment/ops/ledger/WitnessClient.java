package org.muniment.ops.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.muniment.kernel.ledger.AddCheckpoint;
import org.muniment.kernel.words.Sha256;

/** Speaks C2SP tlog-witness. */
final class WitnessClient {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 16 * 1024;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(Redirect.NEVER)
                    .build();

    record Answer(int status, String body) {}

    /**
     * @param prefix the witness' address, to which the call's name is added
     * @throws IOException where there is no whole answer in time
     */
    Answer addCheckpoint(String prefix, AddCheckpoint submission) throws IOException {
        return ask(
                request(prefix, "/add-checkpoint")
                        .POST(BodyPublishers.ofString(submission.toString())));
    }

    /**
     * The last checkpoint it cosigned of a log.
     *
     * @throws IOException where there is no whole answer in time
     */
    Answer checkpoint(String prefix, String origin) throws IOException {
        return ask(request(prefix, "/" + Sha256.of(origin) + "/checkpoint").GET());
    }

    private static HttpRequest.Builder request(String prefix, String call) {
        return HttpRequest.newBuilder(URI.create(prefix.replaceAll("/+$", "") + call))
                .timeout(PATIENCE);
    }

    private Answer ask(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<InputStream> answer =
                    http.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(MOST_BYTES);
                return new Answer(answer.statusCode(), new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while it was asked", stopped);
        }
    }
}
