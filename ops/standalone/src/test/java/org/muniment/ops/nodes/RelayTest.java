package org.muniment.ops.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.Test;
import org.muniment.ops.safe.MasterKey;

class RelayTest {
    private static final Instant NOON = Instant.parse("2026-09-14T11:00:00Z");
    private static final byte[] CONTENT =
            "what is asked\nin two lines".getBytes(StandardCharsets.UTF_8);

    private final MasterKey key = MasterKey.ofThisProcess();
    private final OneServer routes = new OneServer();
    private final Relay writer = new Relay(() -> true, routes, key, at(NOON));
    private final Relay reader = new Relay(() -> false, routes, key, at(NOON.plusSeconds(5)));

    @Test
    void whatIsSentIsAnsweredByTheProcessWhoseTurnItIs() {
        writer.handle("echo", content -> content);
        writer.takeTurn();

        assertThat(reader.send("echo", CONTENT)).isEqualTo(CONTENT);

        writer.endTurn();
        assertThatThrownBy(() -> reader.send("echo", CONTENT)).isInstanceOf(NobodyWrites.class);
    }

    @Test
    void whoeverHasNotTheKeyIsNotBelieved() {
        Relay stranger = new Relay(() -> false, routes, MasterKey.ofThisProcess(), at(NOON));

        assertThatThrownBy(() -> writer.opened("echo", stranger.sealed("echo", CONTENT)))
                .isInstanceOf(SecurityException.class);
    }

    @Test
    void aMessageThatWasChangedInAnyByteIsNotBelieved() {
        byte[] message = reader.sealed("echo", CONTENT);
        for (int i = 0; i < message.length; i++) {
            byte[] changed = message.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> writer.opened("echo", changed))
                    .isInstanceOf(SecurityException.class);
        }
        assertThat(writer.opened("echo", message)).isEqualTo(CONTENT);
    }

    @Test
    void aMessageOfOneKindIsNoneOfAnother() {
        byte[] message = reader.sealed("servings", CONTENT);

        assertThatThrownBy(() -> writer.opened("request", message))
                .isInstanceOf(SecurityException.class);
    }

    @Test
    void aMessageIsNotBelievedForLong() {
        byte[] message = reader.sealed("echo", CONTENT);
        Relay later = new Relay(() -> true, routes, key, at(NOON.plus(Duration.ofMinutes(3))));

        assertThatThrownBy(() -> later.opened("echo", message))
                .isInstanceOf(SecurityException.class)
                .hasMessageContaining("old");
    }

    @Test
    void notesOfAProcessThatDoesNotWriteAreRecordedByTheOneThatDoes() {
        List<String> recorded = new ArrayList<>();
        new RelayedNotes(writer)
                .recorded("words", String[].class, (id, notes) -> recorded.addAll(notes));
        writer.takeTurn();
        BiConsumer<String, List<String>> sending =
                new RelayedNotes(reader)
                        .recorded(
                                "words",
                                String[].class,
                                (id, notes) -> {
                                    throw new IllegalStateException("it must not write");
                                });

        sending.accept("batch-1", List.of("a", "é"));

        assertThat(recorded).containsExactly("a", "é");
    }

    @Test
    void notesThatAreOnRecordAlreadyAreDone() {
        new RelayedNotes(writer)
                .recorded(
                        "words",
                        String[].class,
                        (id, notes) -> {
                            throw new AggregateStreamCreationException(id);
                        });
        writer.takeTurn();
        BiConsumer<String, List<String>> sending =
                new RelayedNotes(reader).recorded("words", String[].class, (id, notes) -> {});

        sending.accept("batch-1", List.of("a"));

        assertThat(routes.answered).isEqualTo(1);
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    /** Reaches whoever serves, in this process. */
    private static final class OneServer implements Routes {
        private Map<String, UnaryOperator<byte[]>> handlers = Map.of();
        private int answered;

        @Override
        public byte[] send(String kind, byte[] message) {
            if (!handlers.containsKey(kind)) {
                throw new NobodyWrites("nobody serves", null);
            }
            byte[] answer = handlers.get(kind).apply(message);
            answered++;
            return answer;
        }

        @Override
        public void serve(Map<String, UnaryOperator<byte[]>> served) {
            handlers = Map.copyOf(served);
        }

        @Override
        public void stopServing() {
            handlers = Map.of();
        }

        @Override
        public void close() {
            stopServing();
        }
    }
}
