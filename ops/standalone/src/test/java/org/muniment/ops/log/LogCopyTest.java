package org.muniment.ops.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.StoredEvent;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.project.ProjectEvent.ProjectCompleted;
import org.muniment.kernel.project.ProjectId;
import org.muniment.kernel.words.Narrative;
import org.muniment.ops.turn.Leadership;

/** The file here is always a beginning of the shared log, whatever goes wrong between the two. */
class LogCopyTest {
    private static final Instant NINE = Instant.parse("2017-09-14T08:00:00Z");

    private final MemorySharedLog shared = new MemorySharedLog();
    private LogFile file;
    private LogReader here;
    private LogEngine engine;
    private LogTransactions transactions;

    @BeforeEach
    void open(@TempDir Path directory) {
        file = new LogFile(directory.resolve("muniment.db"));
        transactions =
                LogTransactions.over(
                        file.writer(), new LogCopy(shared, file.writer(), Leadership.ALONE));
        here = new LogReader(file, transactions);
        engine =
                new LogEngine(
                        file, here, new ClosedSerializer(), Clock.fixed(NINE, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void whatIsKeptHereIsKeptThereToTheByteAndAtTheSamePosition() {
        append(event("a", 0), event("b", 0));
        append(event("a", 1));

        assertThat(shared.last()).isEqualTo(3);
        assertThatBothAreTheSame();
    }

    @Test
    void manyCommandsTogetherAreOneAppend() {
        Transaction whole = transactions.startTransaction();
        append(event("a", 0));
        append(event("b", 0));
        whole.commit();

        assertThat(shared.appends()).isEqualTo(1);
        assertThat(shared.last()).isEqualTo(2);
        assertThatBothAreTheSame();
    }

    @Test
    void whatIsTakenBackWasNeverThere() {
        Transaction whole = transactions.startTransaction();
        append(event("a", 0));
        assertThat(here.headOf("project:a").version()).isEqualTo(1);
        whole.rollback();

        assertThat(shared.appends()).isZero();
        assertThat(here.last()).isZero();
    }

    @Test
    void whatOthersAppendedIsKnownToTheNextCommandAndItsTimeIsNotBeforeTheirs() {
        append(event("a", 0));
        shared.addByAnother(StoredEvents.completed(2, "project:a", 1, "2017-09-14T08:00:05.000Z"));

        append(event("a", 2));

        assertThat(transactions.arrivals()).isEqualTo(1);
        assertThat(here.headOf("project:a").version()).isEqualTo(3);
        assertThat(here.rowsAfter(2, 1).get(0).recordedAt()).isEqualTo("2017-09-14T08:00:05.000Z");
        assertThatBothAreTheSame();
    }

    @Test
    void whatOthersAppendedIsTakenInWithoutACommandTooAndFollowersAreWoken() {
        shared.addByAnother(StoredEvents.completed(1, "project:a", 0));
        long[] woken = {0};
        transactions.afterCommit(() -> woken[0]++);

        transactions.takeIn();
        transactions.takeIn();

        assertThat(woken[0]).isEqualTo(1);
        assertThatBothAreTheSame();
    }

    @Test
    void whoeverIsSecondKeepsNothingAndDecidesAgainOnWhatTheFirstDid() {
        append(event("a", 0));
        shared.beforeNextAppend(
                () -> shared.addByAnother(StoredEvents.completed(2, "project:b", 0)));

        assertThatThrownBy(() -> append(event("a", 1))).isInstanceOf(ConcurrencyException.class);
        assertThat(here.last()).isEqualTo(1);
        assertThat(shared.last()).isEqualTo(2);
        append(event("a", 1));

        assertThat(here.rowsAfter(2, 1).get(0).stream()).isEqualTo("project:a");
        assertThatBothAreTheSame();
    }

    @Test
    void whatAnotherAppendsRightBehindOursIsTakenInNext() {
        shared.afterNextAppend(
                () -> shared.addByAnother(StoredEvents.completed(2, "project:b", 0)));
        append(event("a", 0));
        assertThat(here.last()).isEqualTo(1);

        append(event("a", 1));

        assertThatBothAreTheSame();
    }

    @Test
    void anAppendWhoseAnswerIsLostIsFoundThereAndNotAppendedTwice() {
        shared.afterNextAppend(
                () -> {
                    throw new LogUnavailable("cut off");
                });
        assertThatThrownBy(() -> append(event("a", 0))).isInstanceOf(LogUnavailable.class);
        assertThat(here.last()).isZero();

        transactions.takeIn();

        assertThat(here.headOf("project:a").version()).isEqualTo(1);
        assertThat(shared.last()).isEqualTo(1);
        assertThatBothAreTheSame();
    }

    @Test
    void anAppendThatNeverArrivedIsNotKeptHereEither() {
        shared.beforeNextAppend(
                () -> {
                    throw new LogUnavailable("cut off");
                });
        assertThatThrownBy(() -> append(event("a", 0))).isInstanceOf(LogUnavailable.class);

        transactions.takeIn();

        assertThat(here.last()).isZero();
        assertThat(shared.last()).isZero();
    }

    @Test
    void aSharedLogThatHasLostEventsIsNotWrittenTo() {
        append(event("a", 0));
        append(event("a", 1));
        shared.loseTheLast();

        assertThatThrownBy(() -> append(event("b", 0)))
                .isInstanceOf(LogUnavailable.class)
                .hasMessageContaining("lost events");
        assertThat(shared.last()).isEqualTo(1);
        assertThat(here.last()).isEqualTo(2);
    }

    @Test
    void aFileThatIsNoCopyOfTheSharedLogIsNotMadeToLookLikeOne() {
        append(event("a", 0));
        shared.replaceTheLast(StoredEvents.completed(1, "project:other", 0));
        transactions =
                LogTransactions.over(
                        file.writer(), new LogCopy(shared, file.writer(), Leadership.ALONE));

        assertThatThrownBy(() -> transactions.takeIn())
                .isInstanceOf(LogUnavailable.class)
                .hasMessageContaining("not a copy");
    }

    @Test
    void whatANewerVersionWroteIsNotTakenIn() {
        StoredEvent known = StoredEvents.completed(1, "project:a", 0);
        shared.addByAnother(
                new StoredEvent(
                        1,
                        known.eventId(),
                        known.stream(),
                        0,
                        known.noun(),
                        known.recordedAt(),
                        known.type(),
                        "99",
                        known.payload(),
                        known.metadata()));

        assertThatThrownBy(() -> transactions.takeIn())
                .isInstanceOf(LogUnavailable.class)
                .hasMessageContaining("newer version");
        assertThat(here.last()).isZero();
    }

    @Test
    void aCopyThatIsLostIsMadeAnew(@TempDir Path elsewhere) {
        append(event("a", 0), event("b", 0));
        List<StoredEvent> before = here.rowsAfter(0, 10);
        file.close();
        open(elsewhere);

        transactions.takeIn();

        assertThat(here.rowsAfter(0, 10)).isEqualTo(before);
    }

    @Test
    void whatIsSealedIsTheSameInBothOrIsNotSealed() throws Exception {
        append(event("a", 0), event("b", 0));
        LogRows sealed = new ComparedRows(shared, here);
        assertThat(sealed.rowsAfter(0, 10)).isEqualTo(here.rowsAfter(0, 10));

        try (Connection connection = file.writer().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER no_update");
            statement.execute("UPDATE events SET noun = 'Plan' WHERE position = 2");
        }

        assertThat(sealed.rowsAfter(0, 1)).hasSize(1);
        assertThatThrownBy(() -> sealed.rowsAfter(0, 10))
                .isInstanceOf(BadEvidence.class)
                .hasMessageContaining("event 2");
    }

    private void assertThatBothAreTheSame() {
        assertThat(here.rowsAfter(0, 100)).isEqualTo(shared.after(0, 100));
    }

    private void append(DomainEventMessage<?>... events) {
        Transaction transaction = transactions.startTransaction();
        try {
            engine.appendEvents(List.of(events));
            transaction.commit();
        } catch (RuntimeException failed) {
            transaction.rollback();
            throw failed;
        }
    }

    private static DomainEventMessage<?> event(String project, long sequence) {
        return new GenericDomainEventMessage<>(
                "Project",
                "project:" + project,
                sequence,
                new ProjectCompleted(
                        new ProjectId(project),
                        new PlanId("plan"),
                        LocalDate.of(2017, 6, 30),
                        new Narrative("Completed " + sequence)));
    }
}
