package org.muniment.ops.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.muniment.ops.Muniment;
import org.muniment.ops.Patience;
import org.muniment.ops.Running;

/** The product in a process of its own, which can be killed. */
public final class Killed implements AutoCloseable {
    private final Process process;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private Killed(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * {@code settings} are further ones.
     *
     * @throws IllegalStateException with what it said, where it did not start
     */
    public static Killed start(Path data, String... settings) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> command = OwnProcess.of(Muniment.class, "256m");
        command.addAll(
                List.of(
                        "--server.port=" + port,
                        "--muniment.data=" + data,
                        "--muniment.demo-secret=" + Running.SECRET,
                        "--muniment.demo-people=true",
                        "--muniment.limits.requests=0"));
        command.addAll(Arrays.asList(settings));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
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
                Thread drain = new Thread(() -> drain(output));
                drain.setDaemon(true);
                drain.start();
                return;
            }
        }
        throw new IllegalStateException("it did not start:\n" + said);
    }

    private static void drain(BufferedReader output) {
        try {
            output.lines().forEach(ignored -> {});
        } catch (UncheckedIOException ended) {
            // with the process
        }
    }

    /**
     * {@code headers} are names and values in turn.
     *
     * @throws IOException where no answer came
     */
    public HttpResponse<String> post(String client, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(client, path).POST(BodyPublishers.ofString(body));
        return http.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                BodyHandlers.ofString());
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request("auditor", path).GET().build(), BodyHandlers.ofString());
    }

    /** As whoever is told to come later does. */
    public String getPatiently(String path) {
        AtomicReference<String> body = new AtomicReference<>();
        Patience.await()
                .until(
                        () -> {
                            HttpResponse<String> answer = get(path);
                            body.set(answer.body());
                            return answer.statusCode() == 200;
                        });
        return body.get();
    }

    private HttpRequest.Builder request(String client, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .header("Authorization", Running.basic(client, Running.SECRET));
    }

    /** SIGKILL: no shutdown hook runs, nothing is flushed. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM: it may finish what it is doing. */
    public Process terminate() {
        process.destroy();
        return process;
    }

    public long id() {
        return process.pid();
    }

    /** It is gone afterwards, and holds nothing open. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
