package org.muniment.ops.nodes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muniment.ops.http.Hop;
import org.muniment.ops.nodes.RelayedRequest.Answered;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Does what was passed on, as a request of its own to this process, through all of its checks. */
@Component
class RelayedRequests {
    private static final List<String> SAID =
            List.of(
                    HttpHeaders.CONTENT_TYPE,
                    HttpHeaders.ETAG,
                    HttpHeaders.LOCATION,
                    HttpHeaders.RETRY_AFTER);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Environment environment;
    private final JsonMapper json;

    RelayedRequests(Relay relay, Environment environment, JsonMapper json) {
        this.environment = environment;
        this.json = json;
        relay.handle(RelayFilter.KIND, this::answer);
    }

    private byte[] answer(byte[] message) {
        Answered answered = send(json.readValue(message, RelayedRequest.class));
        return json.writeValueAsBytes(answered);
    }

    private Answered send(RelayedRequest asked) {
        try {
            HttpResponse<byte[]> response = http.send(request(asked), BodyHandlers.ofByteArray());
            return new Answered(response.statusCode(), said(response), response.body());
        } catch (IOException failed) {
            throw new NobodyWrites("this process did not answer itself", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NobodyWrites("stopped while waiting", stopped);
        }
    }

    private HttpRequest request(RelayedRequest asked) {
        String query = asked.query() == null ? "" : "?" + asked.query();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address() + asked.path() + query))
                        .POST(BodyPublishers.ofByteArray(asked.body()))
                        .header(Hop.WORD_HEADER, Hop.ofThisProcess())
                        .header(Hop.SENDER_HEADER, asked.sender());
        asked.headers().forEach(request::header);
        return request.build();
    }

    private String address() {
        String host = environment.getProperty("server.address", "127.0.0.1");
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
        return "http://%s:%s"
                .formatted(
                        everywhere ? "127.0.0.1" : host,
                        environment.getRequiredProperty("local.server.port"));
    }

    private static Map<String, String> said(HttpResponse<byte[]> response) {
        Map<String, String> said = new TreeMap<>();
        for (String name : SAID) {
            response.headers().firstValue(name).ifPresent(value -> said.put(name, value));
        }
        return said;
    }
}
