package org.muniment.ops.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.kernel.budget.BudgetLineEvent.BudgetLineAdjusted;
import org.muniment.kernel.budget.BudgetLineId;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.project.ProjectEvent.ProjectCompleted;
import org.muniment.kernel.project.ProjectId;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Refused;
import org.muniment.query.journal.JournalWriter.Recorded;

/** What the log promises of every append. */
class LogEngineTest {
    private static final Instant NINE = Instant.parse("2017-09-14T08:00:00Z");

    private final Deque<Instant> clock = new ArrayDeque<>();
    private LogFile file;
    private LogReader log;
    private LogEngine engine;
    private LogTransactions transactions;

    @BeforeEach
    void open(@TempDir Path directory) {
        file = new LogFile(directory.resolve("muniment.db"));
        transactions = LogTransactions.over(file.writer(), Upstream.NONE);
        log = new LogReader(file, transactions);
        engine = new LogEngine(file, log, new ClosedSerializer(), new Scripted(clock));
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void positionsCountFromOneWithoutAGapWhateverIsRolledBack() {
        for (int i = 0; i < 5; i++) {
            append(NINE, event("kept-" + i, 0));
            rollBack(NINE, event("dropped-" + i, 0));
        }

        assertThat(log.after(0, 10))
                .extracting(Recorded::position)
                .containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(log.last()).isEqualTo(5);
    }

    @Test
    void recordedTimeNeverGoesBackAndWhatTheClockSaidIsKept() {
        append(NINE, event("a", 0));
        append(NINE.minusSeconds(3600), event("b", 0));
        append(NINE.plusSeconds(1), event("c", 0));

        assertThat(log.after(0, 10))
                .extracting(Recorded::recordedAt)
                .containsExactly(NINE, NINE, NINE.plusSeconds(1));
        assertThat(log.after(0, 10).get(1).metadata())
                .contains("\"clockSaid\":\"2017-09-14T07:00:00Z\"");
        assertThat(log.after(0, 10).get(2).metadata()).doesNotContain("clockSaid");
    }

    /** As far as it can be wrong: nothing else than the clock says what time it is. */
    @Test
    void aClockThatJumpsAheadComesBackOrStandsStillKeepsTheOrder() {
        Instant far = NINE.plus(3_652, ChronoUnit.DAYS);
        append(NINE, event("a", 0));
        append(far, event("b", 0));
        append(NINE.plusSeconds(1), event("c", 0));
        append(NINE.plusSeconds(1), event("d", 0));

        assertThat(log.after(0, 10))
                .extracting(Recorded::recordedAt)
                .containsExactly(NINE, far, far, far);
        assertThat(log.after(0, 10).get(3).metadata())
                .contains("\"clockSaid\":\"2017-09-14T08:00:01Z\"");
        assertThat(log.behind(NINE.plusSeconds(1)))
                .isEqualTo(Duration.between(NINE.plusSeconds(1), far));
        assertThat(log.behind(far.plusSeconds(1))).isZero();
    }

    /** A sum may have more digits than any figure that is read: it must not get in. */
    @Test
    void whatCouldNotBeReadAgainIsNotWritten() {
        Figure most = Figure.of("999999999999999");
        BudgetLineAdjusted unreadable =
                new BudgetLineAdjusted(
                        new BudgetLineId("line"),
                        new PlanId("plan"),
                        most,
                        most.plus(most),
                        new Narrative("why"),
                        null);

        assertThatThrownBy(
                        () ->
                                append(
                                        NINE,
                                        new GenericDomainEventMessage<>(
                                                "BudgetLine", "line", 0, unreadable)))
                .isInstanceOf(Refused.class);
        assertThat(log.last()).isZero();
    }

    @Test
    void allEventsOfACommandHaveOneTime() {
        append(NINE, event("a", 0), event("b", 0));

        assertThat(log.after(0, 10)).extracting(Recorded::recordedAt).containsOnly(NINE);
    }

    @Test
    void aSecondBeginningOfAStreamIsRefusedAsSuch() {
        append(NINE, event("a", 0));

        assertThatThrownBy(() -> append(NINE, event("a", 0)))
                .isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void twoEventsForOnePlaceInAStreamConflict() {
        append(NINE, event("a", 0));
        append(NINE, event("a", 1));

        assertThatThrownBy(() -> append(NINE, event("a", 1)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(log.last()).isEqualTo(2);
    }

    @Test
    void aFullDiskRefusesTheCommandLosesNothingAndIsForgottenWhenThereIsRoom() throws Exception {
        append(NINE, event("before", 0));
        limitPages("SELECT page_count FROM pragma_page_count");

        assertThatThrownBy(
                        () -> {
                            for (int i = 0; i < 100; i++) {
                                append(NINE, event("full-" + i, 0));
                            }
                        })
                .hasStackTraceContaining("SQLITE_FULL");
        long kept = log.last();
        limitPages("SELECT 1000000");
        append(NINE, event("after", 0));

        assertThat(log.last()).isEqualTo(kept + 1);
        assertThat(log.after(0, 1_000)).extracting(Recorded::position).doesNotHaveDuplicates();
        assertThat(transactions.stopped()).isNull();
    }

    private void limitPages(String pages) throws SQLException {
        try (Connection connection = file.writer().getConnection();
                Statement statement = connection.createStatement()) {
            long limit;
            try (ResultSet count = statement.executeQuery(pages)) {
                limit = count.getLong(1);
            }
            statement.execute("PRAGMA max_page_count = " + limit);
        }
    }

    @Test
    void nothingIsAppendedOutsideATransaction() {
        assertThatThrownBy(() -> engine.appendEvents(event("a", 0)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEmptyLogHasNoTokensAndNoHeads() {
        assertThat(engine.createTailToken()).isNull();
        assertThat(engine.createHeadToken()).isNull();
        assertThat(engine.lastSequenceNumberFor("project:none")).isEmpty();
        assertThat(log.headOf("project:none").version()).isZero();
        assertThat(log.lastRecordedAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void aStreamIsReadBackAsItWasWritten() {
        append(NINE, event("a", 0));
        append(NINE, event("b", 0));
        append(NINE, event("a", 1));

        assertThat(
                        engine.readEvents("project:a", 0)
                                .asStream()
                                .<Object>map(DomainEventMessage::getPayload))
                .containsExactly(completed("a", 0), completed("a", 1));
        assertThat(log.headOf("project:a").version()).isEqualTo(2);
        assertThat(log.headOf("project:a").position()).isEqualTo(3);
        assertThat(engine.lastSequenceNumberFor("project:a")).contains(1L);
    }

    @Test
    void axonsProcessorsReadEveryEventOnceInOrder() {
        LongStream.range(0, 250).forEach(i -> append(NINE, event("p-" + i, 0)));

        assertThat(engine.readEvents(new GapAwareTrackingToken(100, Set.of()), false))
                .hasSize(150)
                .extracting(event -> event.trackingToken().position().orElseThrow())
                .isSorted()
                .startsWith(101L)
                .endsWith(250L);
    }

    private void append(Instant now, DomainEventMessage<?>... events) {
        clock.add(now);
        Transaction transaction = transactions.startTransaction();
        try {
            engine.appendEvents(List.of(events));
            transaction.commit();
        } catch (RuntimeException failed) {
            transaction.rollback();
            throw failed;
        }
    }

    private void rollBack(Instant now, DomainEventMessage<?>... events) {
        clock.add(now);
        Transaction transaction = transactions.startTransaction();
        engine.appendEvents(List.of(events));
        transaction.rollback();
    }

    private static DomainEventMessage<?> event(String project, long sequence) {
        return new GenericDomainEventMessage<>(
                "Project",
                "project:" + project,
                sequence,
                completed(project, sequence),
                MetaData.with("by", "officer"));
    }

    private static ProjectCompleted completed(String project, long sequence) {
        return new ProjectCompleted(
                new ProjectId(project),
                new PlanId("plan"),
                LocalDate.of(2017, 6, 30),
                new Narrative("Completed " + sequence));
    }

    private static final class Scripted extends Clock {
        private final Deque<Instant> instants;

        Scripted(Deque<Instant> instants) {
            this.instants = instants;
        }

        @Override
        public Instant instant() {
            return instants.remove();
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
