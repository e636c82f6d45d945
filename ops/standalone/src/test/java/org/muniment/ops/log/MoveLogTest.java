package org.muniment.ops.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.axonframework.common.transaction.Transaction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.Frontier;
import org.muniment.kernel.ledger.LeafEntry;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.SigningKey;
import org.muniment.kernel.ledger.StoredEvent;
import org.muniment.ops.engines.GivenEngines;
import org.muniment.ops.turn.Leadership;

/** A log that is moved is the same to the byte, or it is told that it was not moved. */
class MoveLogTest {
    private static final String ORIGIN = "localhost/muniment";
    private static final int EVENTS = 600;
    private static final int SEALED = 590;

    private final MemorySharedLog original = new MemorySharedLog();

    @TempDir private Path data;

    @BeforeEach
    void aLogThatWasSealed() throws IOException {
        for (int number = 0; number < EVENTS; number++) {
            original.addByAnother(StoredEvents.completed(0, "project:p" + number % 7, number / 7));
        }
        write(data.resolve("muniment.db"), EVENTS);
        seal(original.after(0, SEALED));
    }

    @Test
    void allOfItIsThereAfterwardsAndNothingIsAppendedASecondTime() throws IOException {
        MemorySharedLog shared = new MemorySharedLog();

        move("to", shared);
        move("to", shared);

        assertThat(shared.after(0, EVENTS + 1)).isEqualTo(original.after(0, EVENTS));
    }

    @Test
    void aMoveThatWasCutShortGoesOnWhereItStood() throws IOException {
        MemorySharedLog shared = new MemorySharedLog();
        shared.afterNextAppend(MoveLogTest::cut);
        assertThatThrownBy(() -> move("to", shared)).isInstanceOf(LogUnavailable.class);
        long kept = shared.last();
        assertThat(kept).isBetween(1L, EVENTS - 1L);
        shared.beforeNextAppend(MoveLogTest::cut);
        assertThatThrownBy(() -> move("to", shared)).isInstanceOf(LogUnavailable.class);
        assertThat(shared.last()).isEqualTo(kept);

        move("to", shared);

        assertThat(shared.after(0, EVENTS + 1)).isEqualTo(original.after(0, EVENTS));
    }

    @Test
    void whatHoldsAnythingElseIsNotAddedTo() {
        MemorySharedLog another = new MemorySharedLog();
        another.addByAnother(StoredEvents.completed(0, "project:p0", 0));

        assertNotMoved("to", another, "not a beginning of this log");
        assertThat(another.last()).isEqualTo(1);

        MemorySharedLog longer = copyOf(original.after(0, EVENTS));
        longer.addByAnother(StoredEvents.completed(0, "project:x", 0));
        assertNotMoved("to", longer, "not a beginning of this log");
    }

    @Test
    void whatIsChangedOnTheWayIsNoticed() {
        MemorySharedLog shared = new MemorySharedLog();
        shared.afterNextAppend(
                () -> shared.replaceTheLast(StoredEvents.completed(0, "project:changed", 0)));

        assertNotMoved("to", shared, "are not those of the checkpoint");
    }

    /** Behind the last checkpoint nothing but the file itself says what it must be. */
    @Test
    void whatIsChangedAfterTheLastCheckpointIsNoticedToo() throws IOException {
        seal(original.after(0, 100));
        MemorySharedLog shared = copyOf(original.after(0, EVENTS - 1));
        shared.afterNextAppend(
                () -> shared.replaceTheLast(StoredEvents.completed(0, "project:changed", 0)));

        assertNotMoved("to", shared, "are not the same");
    }

    @Test
    void aFileThatIsNotTheOneSealedIsNotMoved() throws IOException {
        seal(copyOf(original.after(0, 99)).after(0, 98));
        move("to", new MemorySharedLog());
        Files.delete(data.resolve("muniment.db"));
        write(data.resolve("muniment.db"), 97);

        assertNotMoved("to", new MemorySharedLog(), "holds 97 events, but 98 were sealed");
    }

    @Test
    void aFileIsMadeAnewAndTheSame() throws IOException {
        Files.delete(data.resolve("muniment.db"));
        Files.writeString(data.resolve("muniment.db.fresh"), "cut short");

        move("from", copyOf(original.after(0, EVENTS)));

        try (LogFile file = new LogFile(data.resolve("muniment.db"))) {
            assertThat(rows(file)).isEqualTo(original.after(0, EVENTS));
        }
        assertThat(data.resolve("muniment.db.fresh")).doesNotExist();
    }

    @Test
    void aFileThatIsThereIsNotWrittenOver() {
        assertThatThrownBy(() -> move("from", copyOf(original.after(0, EVENTS))))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("There is a log already");
    }

    @Test
    void ofASharedLogThatLacksSealedEventsNoFileIsMade() throws IOException {
        Files.delete(data.resolve("muniment.db"));

        assertNotMoved(
                "from",
                copyOf(original.after(0, SEALED - 1)),
                "holds 589 events, but 590 were sealed");
        assertThat(data.resolve("muniment.db")).doesNotExist();
    }

    @Test
    void whileMunimentRunsNothingIsMoved() {
        try (DataDirectory running = DataDirectory.open(data)) {
            assertThat(running.log()).exists();
            assertThatThrownBy(() -> move("to", new MemorySharedLog()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("is in use");
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void withoutACheckpointOrWithAForgedOneNothingIsMoved() throws IOException {
        Path checkpoint = data.resolve("ledger/checkpoint");
        String signed = Files.readString(checkpoint);
        Files.writeString(checkpoint, signed.replace("\n590\n", "\n591\n"));
        assertNotMoved("to", new MemorySharedLog(), "does not hold");

        Files.delete(checkpoint);
        assertThatThrownBy(() -> move("to", new MemorySharedLog()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("nothing can be proved");
    }

    @Test
    @EnabledIfSystemProperty(
            named = GivenEngines.AXON_SERVER,
            matches = ".+",
            disabledReason = GivenEngines.NO_AXON_SERVER)
    void toAnAxonServerAndBackItIsTheSame() throws Exception {
        String address = GivenEngines.emptyAxonServer();
        try (SharedLog shared =
                new AxonServerLog(
                        new AxonServer(AxonServerAddress.of(address, "default", "", false)))) {
            move("to", shared);
            Files.delete(data.resolve("muniment.db"));
            move("from", shared);
        }
        try (LogFile file = new LogFile(data.resolve("muniment.db"))) {
            assertThat(rows(file)).isEqualTo(original.after(0, EVENTS));
        }
    }

    private void move(String direction, SharedLog shared) throws IOException {
        MoveLogProgram.move(direction, data, shared);
    }

    private void assertNotMoved(String direction, SharedLog shared, String why) {
        assertThatThrownBy(() -> move(direction, shared))
                .isInstanceOf(BadEvidence.class)
                .hasMessageContaining(why);
    }

    private static void cut() {
        throw new LogUnavailable("cut");
    }

    private static MemorySharedLog copyOf(List<StoredEvent> events) {
        MemorySharedLog copy = new MemorySharedLog();
        events.forEach(copy::addByAnother);
        return copy;
    }

    private void write(Path log, int count) {
        try (LogFile file = new LogFile(log)) {
            SharedLog source = copyOf(original.after(0, count));
            Transaction none =
                    LogTransactions.over(
                                    file.writer(),
                                    new LogCopy(source, file.writer(), Leadership.ALONE))
                            .startTransaction();
            none.rollback();
        }
    }

    private static List<StoredEvent> rows(LogFile file) {
        return new LogReader(file, LogTransactions.over(file.writer(), Upstream.NONE))
                .rowsAfter(0, EVENTS + 1);
    }

    private void seal(List<StoredEvent> events) throws IOException {
        Frontier tree = new Frontier();
        events.forEach(event -> tree.add(new LeafEntry(ORIGIN, event).hash()));
        SigningKey key = SigningKey.create(ORIGIN, NoteKey.Use.LOG);
        Path ledger = Files.createDirectories(data.resolve("ledger"));
        Checkpoint checkpoint = new Checkpoint(ORIGIN, tree.size(), tree.root());
        Files.writeString(ledger.resolve("key"), key.secret());
        Files.writeString(
                ledger.resolve("checkpoint"), SignedNote.sign(checkpoint.text(), key).toString());
    }
}
