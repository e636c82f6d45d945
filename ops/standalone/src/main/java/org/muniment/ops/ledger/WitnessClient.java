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
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(prefix.replaceAll("/+$", "") + "/add-checkpoint"))
                        .timeout(PATIENCE)
                        .POST(BodyPublishers.ofString(submission.toString()))
                        .build();
        try {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
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
