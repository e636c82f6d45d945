package org.muniment.ops.ledger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.muniment.kernel.ledger.AddCheckpoint;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.SigningKey;

/**
 * A witness that answers as it is told, and otherwise cosigns whatever follows on what it knows.
 */
final class TestWitness implements AutoCloseable {
    private static final Instant NOON = Instant.parse("2017-09-14T12:00:00Z");

    private final HttpServer server;
    private final SigningKey key = SigningKey.create("witness.example/one", NoteKey.Use.WITNESS);
    private SigningKey signing = key;
    private SignedNote cosigned;
    private long known;
    private int status = 200;

    TestWitness() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/add-checkpoint", this::answer);
        server.createContext("/", this::show);
        server.start();
    }

    NoteKey key() {
        return key.key();
    }

    /** What it says is the size of the log, whatever it has cosigned. */
    synchronized TestWitness knowing(long size) {
        known = size;
        return this;
    }

    /** Answers submissions with nothing but this from now on. */
    synchronized TestWitness answering(int only) {
        status = only;
        return this;
    }

    /** Signs with a key that is not its own. */
    synchronized TestWitness forging() {
        signing = SigningKey.create(key.key().name(), NoteKey.Use.WITNESS);
        return this;
    }

    synchronized long known() {
        return known;
    }

    /** A policy that asks for its cosignature. */
    Path policyIn(Path file) throws IOException {
        return Files.writeString(
                file,
                "witness one %s http://127.0.0.1:%s/\nquorum one\n"
                        .formatted(key.key(), server.getAddress().getPort()));
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        AddCheckpoint asked = AddCheckpoint.parse(body);
        if (status != 200) {
            send(exchange, status, "");
        } else if (asked.oldSize() != known) {
            send(exchange, 409, known + "\n");
        } else if (isAnotherOfTheSameSize(asked)) {
            send(exchange, 422, "");
        } else {
            known = asked.claimed().size();
            int before = asked.checkpoint().signatures().size();
            cosigned = asked.checkpoint().signedBy(signing, NOON);
            send(exchange, 200, cosigned.signatures().get(before));
        }
    }

    private boolean isAnotherOfTheSameSize(AddCheckpoint asked) {
        return cosigned != null
                && known == asked.claimed().size()
                && !cosigned.text().equals(asked.checkpoint().text());
    }

    private synchronized void show(HttpExchange exchange) throws IOException {
        if (cosigned == null) {
            send(exchange, 404, "");
        } else {
            send(exchange, 200, cosigned.toString());
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
