package org.muniment.ops.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A way to a server on this machine on which everything can go wrong, and which can be mended. */
final class Proxy implements AutoCloseable {
    private static final int PIECE = 8_192;
    private static final Duration LATE = Duration.ofMillis(300);

    private final ServerSocket listening;
    private final String host;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Socket> nearEnds = ConcurrentHashMap.newKeySet();
    private volatile Way way = Way.OPEN;

    enum Way {
        OPEN,
        /** Connections end, and new ones end at once. */
        REFUSED,
        /** The same without a good-bye. */
        RESET,
        /** Connections stay, and new ones are taken, but nothing arrives any more. */
        SILENT,
        /** Whatever is said arrives late. */
        SLOW,
        /** What the server says has an end, while it is still being talked to. */
        HALF_CLOSED
    }

    /** {@code target} is a host and a port. */
    Proxy(String target) {
        host = target.substring(0, target.lastIndexOf(':'));
        port = Integer.parseInt(target.substring(target.lastIndexOf(':') + 1));
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        start(this::accept);
    }

    String address() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    void go(Way wrong) {
        way = wrong;
        switch (wrong) {
            case REFUSED -> open.forEach(Proxy::end);
            case RESET -> open.forEach(Proxy::reset);
            case HALF_CLOSED -> nearEnds.forEach(Proxy::halfClose);
            default -> {
                // seen by whoever passes something on
            }
        }
    }

    /** What was swallowed is not made up for: its connections end. */
    void mend() {
        way = Way.OPEN;
        open.forEach(Proxy::end);
    }

    private void accept() {
        try {
            while (true) {
                Socket near = listening.accept();
                switch (way) {
                    case REFUSED -> end(near);
                    case RESET -> reset(near);
                    default -> join(near);
                }
            }
        } catch (IOException closed) {
            // no more
        }
    }

    private void join(Socket near) {
        try {
            Socket far = new Socket(host, port);
            open.add(near);
            open.add(far);
            nearEnds.add(near);
            if (way == Way.HALF_CLOSED) {
                halfClose(near);
            }
            start(() -> pass(near, far));
            start(() -> pass(far, near));
        } catch (IOException absent) {
            end(near);
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try {
            for (int read = from.getInputStream().read(piece);
                    read >= 0;
                    read = from.getInputStream().read(piece)) {
                if (way == Way.SLOW) {
                    LockSupport.parkNanos(LATE.toNanos());
                }
                if (way != Way.SILENT) {
                    to.getOutputStream().write(piece, 0, read);
                }
            }
        } catch (IOException ended) {
            // the other side is told below
        }
        end(from);
        end(to);
    }

    private static void halfClose(Socket socket) {
        try {
            socket.shutdownOutput();
        } catch (IOException gone) {
            // as wanted
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException gone) {
            // as wanted
        }
        end(socket);
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // as wanted
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        go(Way.REFUSED);
    }
}
