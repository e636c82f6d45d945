package org.muniment.ops.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.StoredEvent;
import org.muniment.kernel.ledgerkey.LedgerKeyEvent.LedgerKeyRotated;
import org.muniment.kernel.ledgerkey.LedgerOrigin;
import org.muniment.kernel.words.Narrative;
import org.muniment.ops.log.LogRows;
import org.muniment.ops.safe.FileSafe;
import org.muniment.ops.safe.Safe;
import org.muniment.query.journal.EventJson;

/** Two processes over one log: one seals it, the other takes over what was sealed. */
class TwoLedgersTest {
    private static final String ORIGIN = "muniment.example/two";

    private final List<StoredEvent> events = new ArrayList<>();
    private Ledger sealing;
    private Ledger following;

    @BeforeEach
    void open(@TempDir Path directory) {
        Safe common = new FileSafe(directory.resolve("common"));
        sealing = open(directory.resolve("hashes-1"), common);
        sealing.begin();
        following = open(directory.resolve("hashes-2"), common);
    }

    @Test
    void whatOneSealsTheOtherKnowsOnceItHasTheSameEvents() {
        record("a");
        extend(sealing);
        sealing.seal();

        following.adopt();
        assertThat(following.sealedSize()).isZero();
        extend(following);
        following.adopt();

        assertThat(following.last()).isEqualTo(sealing.last());
    }

    @Test
    void aFollowerThatHoldsOtherEventsIsAtFault() {
        record("a");
        extend(sealing);
        sealing.seal();
        events.clear();
        record("b");
        extend(following);

        assertThatThrownBy(following::adopt)
                .isInstanceOf(LedgerFault.class)
                .hasMessageContaining("what another process sealed");
    }

    @Test
    void whoeverSealsWhatAnotherHasSealedMeanwhileIsStoppedAndGoesOnFromThere() {
        extend(following);
        following.adopt();
        record("a");
        extend(sealing);
        sealing.seal();
        record("b");
        extend(following);

        assertThatThrownBy(following::seal).isInstanceOf(Overtaken.class);
        assertThat(following.sealedSize()).isZero();

        following.adopt();
        following.seal();
        assertThat(following.sealedSize()).isEqualTo(2);
        extend(sealing);
        sealing.adopt();
        assertThat(sealing.last()).isEqualTo(following.last());
    }

    @Test
    void aChangeOfTheKeyIsFollowedWhetherItIsNoticedBeforeOrAfterItWasSealed() {
        for (boolean before : new boolean[] {true, false}) {
            NoteKey from = sealing.keys().current();
            rotate(from, sealing.keys().prepare());
            if (before) {
                extend(following);
            }
            extend(sealing);
            sealing.seal();
            extend(following);
            following.adopt();

            assertThat(sealing.keys().current()).isNotEqualTo(from);
            assertThat(following.keys().current()).isEqualTo(sealing.keys().current());
            assertThat(following.keys().all()).isEqualTo(sealing.keys().all());
        }
        record("afterwards");
        extend(sealing);
        sealing.seal();
        extend(following);
        following.adopt();
        assertThat(following.last()).isEqualTo(sealing.last());
    }

    private Ledger open(Path hashes, Safe common) {
        LogRows log = new Rows();
        return Ledger.open(hashes, common, LedgerKeys.open(common, ORIGIN, log), false);
    }

    private void extend(Ledger ledger) {
        ledger.extend(events.subList((int) ledger.size(), events.size()));
    }

    private void record(String what) {
        append("project:" + what, "Project", "project.completed", "{}");
    }

    private void rotate(NoteKey from, NoteKey to) {
        LedgerOrigin origin = new LedgerOrigin(ORIGIN);
        LedgerKeyRotated rotated =
                new LedgerKeyRotated(origin, from, to, new Narrative("Once a year."));
        append(origin.toString(), "LedgerKey", "ledger.key-rotated", EventJson.write(rotated));
    }

    private void append(String stream, String noun, String type, String payload) {
        events.add(
                new StoredEvent(
                        events.size() + 1L,
                        UUID.randomUUID().toString(),
                        stream,
                        0,
                        noun,
                        "2017-09-14T08:00:00.000Z",
                        type,
                        "1",
                        payload,
                        "{}"));
    }

    private final class Rows implements LogRows {
        @Override
        public List<StoredEvent> rowsAfter(long position, int limit) {
            return events.stream().skip(position).limit(limit).toList();
        }

        @Override
        public List<StoredEvent> rowsOf(String stream) {
            return events.stream().filter(event -> event.stream().equals(stream)).toList();
        }
    }
}
