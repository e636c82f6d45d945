package org.muniment.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A witness over HTTP: submissions for logs, what it cosigned for everybody. */
final class WitnessServer implements AutoCloseable {
    /** In bytes: room for a proof of 63 hashes and a note with dozens of signatures. */
    static final int MOST_BODY = 64 * 1024;

    /** One a request: more than wait for a disk, so that a slow sender holds up nobody. */
    private static final int THREADS = 64;

    /**
     * For a request to arrive, and for its answer; in seconds, whatever the JDK's documents say.
     */
    private static final String PATIENCE = "10";

    private static final String MOST_CONNECTIONS = "500";
    private static final int GRACE_SECONDS = 5;
    private static final String ADD = "/add-checkpoint";
    private static final String ORIGIN = "origin=";
    private static final Pattern BY_HASH = Pattern.compile("/([0-9a-f]{64})/checkpoint");

    private final Witness witness;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private WitnessServer(Witness witness, HttpServer http) {
        this.witness = witness;
        this.http = http;
    }

    /**
     * @param port 0 for any that is free
     * @throws CannotStart where the address is taken or is not this machine's
     */
    static WitnessServer start(Witness witness, String host, int port) {
        configure();
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(host, port), 0);
            WitnessServer server = new WitnessServer(witness, http);
            http.setExecutor(server.threads);
            http.createContext("/", server::handle);
            http.start();
            return server;
        } catch (IOException | RuntimeException unusable) {
            throw new CannotStart("It cannot listen at " + host + ":" + port + ": " + unusable);
        }
    }

    /** The JDK reads these once, when the first server of a process is made. */
    private static void configure() {
        System.setProperty("sun.net.httpserver.maxReqTime", PATIENCE);
        System.setProperty("sun.net.httpserver.maxRspTime", PATIENCE);
        System.setProperty("jdk.httpserver.maxConnections", MOST_CONNECTIONS);
        // An answer is two writes; the second must not wait until the first is acknowledged.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    int port() {
        return http.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        } catch (RuntimeException unforeseen) {
            // The connection ends without an answer, and the sender asks again.
            witness.complaints().add("failed: " + unforeseen);
            throw unforeseen;
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String allowed = ADD.equals(path) ? "POST" : "GET";
        if (!exchange.getRequestMethod().equals(allowed)) {
            exchange.getResponseHeaders().set("Allow", allowed);
            return Answer.of(
                    Answer.METHOD_NOT_ALLOWED, "only " + allowed + " is understood here\n");
        }
        return ADD.equals(path) ? add(exchange) : show(path, exchange.getRequestURI().getQuery());
    }

    private Answer add(HttpExchange exchange) throws IOException {
        // Not closed before the answer: that would wait for more of what is too large already.
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY + 1);
        if (body.length > MOST_BODY) {
            witness.complaints().add("refused 413 what is more than 64 KiB");
            return Answer.of(Answer.TOO_LARGE, "a submission has no more than 64 KiB\n");
        }
        // Bytes that are not UTF-8 become a character that no note has, and are refused with it.
        return witness.add(new String(body, StandardCharsets.UTF_8));
    }

    private Answer show(String path, String query) {
        if (path.equals("/") || path.equals("/key")) {
            return Answer.of(Answer.OK, policyLine());
        }
        Matcher byHash = BY_HASH.matcher(path);
        Optional<Cosigned> last = Optional.empty();
        if (byHash.matches()) {
            last = witness.lastByHash(byHash.group(1));
        } else if (path.equals("/checkpoint") && query != null && query.startsWith(ORIGIN)) {
            last = witness.last(query.substring(ORIGIN.length()));
        }
        return last.map(found -> Answer.of(Answer.OK, found.note().toString()))
                .orElseGet(() -> Answer.of(Answer.NOT_FOUND, "nothing is known of that here\n"));
    }

    /** As a tlog-policy lists a witness; the short name is the host in the key's name. */
    private String policyLine() {
        String name = witness.key().name();
        int slash = name.indexOf('/');
        String host = slash > 0 ? name.substring(0, slash) : name;
        return "witness " + host + " " + witness.key() + "\n";
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        boolean silent = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), silent ? -1 : body.length);
        if (!silent) {
            exchange.getResponseBody().write(body);
            // Before the exchange is closed, which waits for the rest of what was sent.
            exchange.getResponseBody().flush();
        }
    }

    /** Whoever is being answered is answered first. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        http.stop(0);
    }
}
