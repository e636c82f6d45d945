package org.muniment.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.kernel.ledger.AddCheckpoint;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.words.Sha256;

/** A witness on a port of its own, spoken to over HTTP as logs do. */
final class RunningWitness implements AutoCloseable {
    static final String NAME = "witness.example/muniment";

    private final Path data;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Program program;

    private RunningWitness(Path data, TestClock clock) {
        this.data = data;
        this.program =
                Program.start(new Settings(data, "127.0.0.1", 0, NAME), clock, complaints::add);
    }

    /** Watches {@code logs} alone. */
    static RunningWitness watching(Path data, TestClock clock, TestLog... logs) {
        watch(data, logs);
        return new RunningWitness(data, clock);
    }

    /** As it was left. */
    static RunningWitness again(Path data) {
        return new RunningWitness(data, new TestClock());
    }

    static void watch(Path data, TestLog... logs) {
        write(
                data.resolve("logs"),
                Stream.of(logs).map(log -> log.key() + "\n").collect(Collectors.joining()));
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    HttpResponse<String> add(AddCheckpoint submitted) {
        return add(submitted.toString());
    }

    HttpResponse<String> add(String body) {
        return send("POST", "/add-checkpoint", BodyPublishers.ofString(body));
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** The last note cosigned of the log. */
    HttpResponse<String> last(TestLog log) {
        return get("/checkpoint?origin=" + log.key().name());
    }

    HttpResponse<String> send(String method, String path, BodyPublisher body) {
        HttpRequest request =
                HttpRequest.newBuilder(address().resolve(path)).method(method, body).build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + program.port());
    }

    int port() {
        return program.port();
    }

    /** Its public key, as it tells everybody. */
    NoteKey key() {
        return NoteKey.parse(get("/key").body().strip().split(" ")[2]);
    }

    String introduction() {
        return program.introduction();
    }

    List<String> complaints() {
        return complaints;
    }

    Path stateOf(TestLog log) {
        return data.resolve("state").resolve(Sha256.of(log.key().name()).value());
    }

    /** The names of the files kept as evidence. */
    List<String> evidence() {
        try (Stream<Path> files = Files.list(data.resolve("refused"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
