package org.muniment.ops.hostile;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** HTTP by hand: a well-behaved client would refuse to send half of what is sent here. */
public final class Wire implements AutoCloseable {
    /** 5 s where that is measured, in a long run; a build may share its machine. */
    static final Duration PATIENCE =
            Duration.ofSeconds(Integer.getInteger("muniment.requests", 0) > 0 ? 5 : 30);

    private final int port;
    private Socket socket;
    private InputStream in;

    public Wire(int port) {
        this.port = port;
    }

    /** What came back; {@code status} is 0 where the connection was closed without an answer. */
    public record Heard(int status, Map<String, String> headers, String body, Duration after) {
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    /** One request, on a connection that is kept where both sides agree. */
    public Heard ask(byte[] request, boolean bodiless) throws IOException {
        boolean fresh = socket == null;
        try {
            return once(request, bodiless);
        } catch (IOException closedMeanwhile) {
            close();
            if (fresh) {
                throw closedMeanwhile;
            }
            return once(request, bodiless);
        }
    }

    private Heard once(byte[] request, boolean bodiless) throws IOException {
        if (socket == null) {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) PATIENCE.toMillis() * 2);
            in = new BufferedInputStream(socket.getInputStream());
        }
        long start = System.nanoTime();
        try {
            socket.getOutputStream().write(request);
        } catch (IOException answeredEarly) {
            // A server may answer and close before it has read everything.
        }
        Heard heard = read(bodiless, start);
        if (heard.header("connection").equals("close") || heard.status == 0) {
            close();
        }
        return heard;
    }

    private Heard read(boolean bodiless, long start) throws IOException {
        String first = line();
        while (first.startsWith("HTTP/1.1 100")) {
            line();
            first = line();
        }
        int status = Integer.parseInt(first.split(" ")[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).trim());
        }
        byte[] body = bodiless || status == 304 ? new byte[0] : body(headers);
        return new Heard(
                status,
                headers,
                new String(body, StandardCharsets.UTF_8),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            return in.readNBytes(Integer.parseInt(headers.get("content-length")));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (!headers.containsKey("transfer-encoding")) {
            return headers.getOrDefault("connection", "").equals("close")
                    ? in.readAllBytes()
                    : new byte[0];
        }
        for (int size = chunk(); size > 0; size = chunk()) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("closed without an answer");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
