package org.muniment.ops.nodes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.muniment.ops.safe.MasterKey;
import org.muniment.ops.turn.Leadership;
import org.muniment.ops.turn.TakesTurn;

/**
 * Messages from the processes of an installation to the one that writes. Each carries a seal that
 * only they can make, so that whoever else may speak to Axon Server cannot speak for anybody here.
 */
public final class Relay implements TakesTurn {
    private static final String FORM = "muniment-relay/v1";

    /** Clocks of one installation differ by less, and nothing is on its way for longer. */
    private static final Duration FRESH = Duration.ofMinutes(2);

    private final Leadership leadership;
    private final Routes routes;
    private final MasterKey key;
    private final Clock clock;
    private final Map<String, UnaryOperator<byte[]>> handlers = new ConcurrentHashMap<>();

    /** {@code clock} gives the real time. */
    Relay(Leadership leadership, Routes routes, MasterKey key, Clock clock) {
        this.leadership = leadership;
        this.routes = routes;
        this.key = key;
        this.clock = clock;
    }

    /** Whether this process itself does what is asked. */
    public boolean isHere() {
        return leadership.isMine();
    }

    /** What to do with messages of a kind, in a turn of this process. */
    public void handle(String kind, UnaryOperator<byte[]> handler) {
        handlers.put(kind, handler);
    }

    /**
     * @throws NobodyWrites where there is nobody at present
     */
    public byte[] send(String kind, byte[] content) {
        return routes.send(kind, sealed(kind, content));
    }

    @Override
    public void takeTurn() {
        Map<String, UnaryOperator<byte[]>> sealed = new ConcurrentHashMap<>();
        handlers.forEach(
                (kind, handler) ->
                        sealed.put(kind, message -> handler.apply(opened(kind, message))));
        routes.serve(sealed);
    }

    @Override
    public void endTurn() {
        routes.stopServing();
    }

    /** Time, seal and content, each of the first two on a line. */
    byte[] sealed(String kind, byte[] content) {
        String at = clock.instant().toString();
        byte[] head = (at + "\n" + seal(kind, at, content) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] message = Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, message, head.length, content.length);
        return message;
    }

    /**
     * @throws SecurityException where it was not sealed by a process of this installation just now
     */
    byte[] opened(String kind, byte[] message) {
        int first = indexOfLine(message, 0);
        int second = indexOfLine(message, first + 1);
        String at = new String(message, 0, first, StandardCharsets.UTF_8);
        String seal = new String(message, first + 1, second - first - 1, StandardCharsets.UTF_8);
        byte[] content = Arrays.copyOfRange(message, second + 1, message.length);
        boolean ours =
                MessageDigest.isEqual(
                        seal.getBytes(StandardCharsets.UTF_8),
                        seal(kind, at, content).getBytes(StandardCharsets.UTF_8));
        if (!ours) {
            throw new SecurityException("a message was not sealed by this installation");
        }
        Duration age = Duration.between(Instant.parse(at), clock.instant()).abs();
        if (age.compareTo(FRESH) > 0) {
            throw new SecurityException("a message is " + age + " old");
        }
        return content;
    }

    private static int indexOfLine(byte[] message, int from) {
        for (int i = from; i < message.length; i++) {
            if (message[i] == '\n') {
                return i;
            }
        }
        throw new SecurityException("a message has no seal");
    }

    private String seal(String kind, String at, byte[] content) {
        String text = HexFormat.of().formatHex(content);
        return HexFormat.of().formatHex(key.digest(List.of(FORM, kind, at, text)));
    }
}
