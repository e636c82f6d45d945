package org.muniment.ops.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.ledger.LeafEntry;
import org.muniment.kernel.ledger.StoredEvent;

/** What every shared log promises, whatever it holds already. */
abstract class SharedLogContract {
    private final String stream = "project:" + UUID.randomUUID();
    private SharedLog log;
    private long before;

    abstract SharedLog open();

    @BeforeEach
    void begin() {
        log = open();
        before = log.last();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void whatIsAppendedComesBackToTheByteAndHasTheSameLeaf() {
        List<StoredEvent> events = events(0, 1, 2);

        log.append(events);

        assertThat(log.last()).isEqualTo(before + 3);
        assertThat(log.after(before, 10)).isEqualTo(events);
        assertThat(new LeafEntry("log", log.after(before + 1, 1).get(0)).hash())
                .isEqualTo(new LeafEntry("log", events.get(1)).hash());
    }

    @Test
    void itIsReadInPiecesAndNotPastItsEnd() {
        List<StoredEvent> events = events(LongStream.range(0, 600).toArray());
        log.append(events);

        assertThat(log.after(before, 100)).isEqualTo(events.subList(0, 100));
        assertThat(log.after(before + 100, 1_000)).isEqualTo(events.subList(100, 600));
        assertThat(log.after(before + 600, 10)).isEmpty();
        assertThat(log.after(before, 0)).isEmpty();
    }

    @Test
    void aPlaceInTheLogIsTakenOnceAndNothingIsKeptOfWhatComesLate() {
        log.append(events(0));
        StoredEvent late = StoredEvents.completed(before + 1, stream + "-b", 0);
        StoredEvent behindIt = StoredEvents.completed(before + 2, stream + "-b", 1);

        assertThatThrownBy(() -> log.append(List.of(late, behindIt)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(log.last()).isEqualTo(before + 1);
    }

    @Test
    void noPlaceIsLeftOut() {
        StoredEvent early = StoredEvents.completed(before + 2, stream, 0);

        assertThatThrownBy(() -> log.append(List.of(early)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(log.last()).isEqualTo(before);
    }

    @Test
    void aPackOfAMegabyteIsKept() {
        StoredEvent small = StoredEvents.completed(before + 1, stream, 0);
        StoredEvent large =
                new StoredEvent(
                        small.position(),
                        small.eventId(),
                        small.stream(),
                        small.sequence(),
                        small.noun(),
                        small.recordedAt(),
                        small.type(),
                        small.revision(),
                        small.payload().replace("done", "é".repeat(500_000)),
                        small.metadata());

        log.append(List.of(large));

        assertThat(log.after(before, 1)).containsExactly(large);
    }

    private List<StoredEvent> events(long... sequences) {
        return LongStream.of(sequences)
                .mapToObj(it -> StoredEvents.completed(before + 1 + it, stream, it))
                .toList();
    }
}
