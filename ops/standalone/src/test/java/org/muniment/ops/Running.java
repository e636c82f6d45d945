package org.muniment.ops;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole product on a port of its own, spoken to over HTTP as its users do. */
public final class Running implements AutoCloseable {
    public static final String SECRET = "test-secret";
    private static final Pattern CHANGING =
            Pattern.compile("(/api/(?!plans/|partnerships/)[a-z-]+/[a-z0-9-]+)/.+");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private Running(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * {@code mode} is demo or demo-people, and with any other word nobody can sign in with a
     * secret; {@code more} are further settings.
     */
    public static Running on(Path data, String mode, String... more) {
        List<String> settings =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--muniment.data=" + data,
                                "--muniment.demo-secret=" + SECRET,
                                "--muniment." + mode + "=true"));
        settings.addAll(List.of(more));
        return new Running(SpringApplication.run(Muniment.class, settings.toArray(String[]::new)));
    }

    /** An answer: its status, headers and JSON body. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    /** The bytes of an answer, whatever they mean. */
    public byte[] bytes(String client, String path) {
        try {
            return http.send(request(client, path).GET().build(), BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public Answer get(String path) {
        return send(request("auditor", path).GET());
    }

    /** An attempt to read something with a secret that need not be the right one. */
    public Answer signingInWith(String client, String secret) {
        return send(request(client, secret, "/api/plans").GET());
    }

    public Answer get(String client, String path) {
        return send(request(client, path).GET());
    }

    /** The same question by somebody who still has the answer tagged so. */
    public Answer getUnless(String entityTag, String path) {
        return send(request("auditor", path).header("If-None-Match", entityTag).GET());
    }

    /** The address of the thing that a command sent to {@code path} changes; none where it adds. */
    public static Optional<String> thingChangedAt(String path) {
        Matcher changing = CHANGING.matcher(path);
        return changing.matches() ? Optional.of(changing.group(1)) : Optional.empty();
    }

    /**
     * {@code headers} are names and values in turn. Whoever gives no If-Match has read the thing's
     * present version first.
     */
    public Answer post(String client, String path, String body, String... headers) {
        Optional<String> present =
                List.of(headers).contains("If-Match")
                        ? Optional.empty()
                        : thingChangedAt(path).map(thing -> get(thing).header("ETag"));
        if (present.isEmpty()) {
            return postUnread(client, path, body, headers);
        }
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("If-Match", present.get()));
        return postUnread(client, path, body, all.toArray(String[]::new));
    }

    /** The same by somebody who says only what {@code headers} say. */
    public Answer postUnread(String client, String path, String body, String... headers) {
        HttpRequest.Builder request =
                request(client, path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** A file as it is; {@code headers} are names and values in turn. */
    public Answer upload(String client, String path, String type, byte[] file, String... headers) {
        HttpRequest.Builder request =
                request(client, path)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(file));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public Answer postAs(String client, String path, String body, String type) {
        return send(
                request(client, path)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body)));
    }

    public Answer anonymously(String path) {
        return send(HttpRequest.newBuilder(address(path)).GET());
    }

    /** What a machine that watches reads at the management port, of which there must be one. */
    public Answer watching(String path) {
        String port = context.getEnvironment().getRequiredProperty("local.management.port");
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).GET());
    }

    /** {@code headers} are names and values in turn. */
    public Answer getWith(String path, String... headers) {
        return send(HttpRequest.newBuilder(address(path)).headers(headers).GET());
    }

    /** Somebody who has nothing but a token. */
    public Answer getBearing(String token, String path) {
        return getWith(path, "Authorization", "Bearer " + token);
    }

    /** {@code headers} are names and values in turn. */
    public Answer postBearing(String token, String path, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** A file as text. */
    public Answer uploadBearing(String token, String path, String type, String file) {
        return send(
                HttpRequest.newBuilder(address(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(file)));
    }

    /** {@code authorization} may be null. */
    public Answer postForm(String authorization, String path, String form) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form));
        return send(
                authorization == null ? request : request.header("Authorization", authorization));
    }

    /** The token a client is given for its secret. */
    public String tokenOf(String client) {
        Answer answer =
                postForm(basic(client, SECRET), "/oauth2/token", "grant_type=client_credentials");
        return answer.json().at("/access_token").asString();
    }

    public static String basic(String client, String secret) {
        byte[] credentials = (client + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    private HttpRequest.Builder request(String client, String path) {
        return request(client, SECRET, path);
    }

    private HttpRequest.Builder request(String client, String secret, String path) {
        return HttpRequest.newBuilder(address(path)).header("Authorization", basic(client, secret));
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Where a browser finds it. */
    public String address() {
        return "http://127.0.0.1:" + port();
    }

    private URI address(String path) {
        return URI.create(address() + path);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), Running::body));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Nobody waits for the end of a stream of events: it has none. */
    private static BodySubscriber<String> body(ResponseInfo answer) {
        boolean endless =
                answer.headers()
                        .firstValue("Content-Type")
                        .filter(type -> type.startsWith("text/event-stream"))
                        .isPresent();
        return endless
                ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), Running::left)
                : BodyHandlers.ofString().apply(answer);
    }

    private static String left(InputStream stream) {
        try (stream) {
            return "";
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
