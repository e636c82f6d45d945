package org.muniment.ops.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.muniment.ops.Muniment;
import org.muniment.ops.Running;

/** The product in a process of its own, which can be killed. */
final class Killed implements AutoCloseable {
    private static final String SECRET = "test-secret";

    private final Process process;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> lastSeen = new ConcurrentHashMap<>();

    private Killed(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Killed start(Path data) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Muniment.class.getName(),
                                "--server.port=" + port,
                                "--muniment.data=" + data,
                                "--muniment.demo-secret=" + SECRET,
                                "--muniment.demo-people=true")
                        .redirectErrorStream(true)
                        .start();
        awaitReady(process);
        return new Killed(process, port);
    }

    private static void awaitReady(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.contains("is ready at")) {
                Thread drain = new Thread(() -> output.lines().forEach(ignored -> {}));
                drain.setDaemon(true);
                drain.start();
                return;
            }
        }
        throw new IllegalStateException("it did not start:\n" + said);
    }

    /** A thing is changed by one sender at a time, who goes by the last answer. */
    HttpResponse<String> post(String client, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(client, path).POST(BodyPublishers.ofString(body));
        Optional<String> thing = Running.thingChangedAt(path);
        if (thing.isPresent()) {
            request.header("If-Match", lastSeen(thing.get()));
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        thing.ifPresent(changed -> lastSeen.put(changed, versionIn(answer)));
        return answer;
    }

    private String lastSeen(String thing) throws IOException, InterruptedException {
        if (!lastSeen.containsKey(thing)) {
            lastSeen.put(thing, versionIn(ask(thing)));
        }
        return lastSeen.get(thing);
    }

    private static String versionIn(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    String get(String path) throws IOException, InterruptedException {
        return ask(path).body();
    }

    private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        return http.send(request("auditor", path).GET().build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String client, String path) {
        byte[] credentials = (client + ":" + SECRET).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    /** SIGKILL: no shutdown hook runs, nothing is flushed. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
