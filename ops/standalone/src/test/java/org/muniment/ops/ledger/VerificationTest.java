package org.muniment.ops.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.ops.Patience.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.kernel.ledger.StoredEvent;
import org.muniment.ops.Running;
import org.muniment.ops.http.Examples;
import org.muniment.ops.ledger.Verification.Result;
import org.muniment.ops.ledger.Verification.State;
import org.muniment.ops.log.LogRows;

/** The verification passes over the log as it is, and over no other. */
class VerificationTest {
    private static Running muniment;
    private static Ledger ledger;
    private static LogRows log;

    @BeforeAll
    static void start(@TempDir Path data) {
        muniment = Running.on(data, "demo-people");
        muniment.post("admin", "/api/partnerships", Examples.PARTNERSHIP);
        muniment.post("admin", "/api/partnerships/pair/plans", Examples.PLAN);
        muniment.post("officer", "/api/plans/plan/kpis", Examples.kpi("kpi"));
        muniment.bean("sealedLog", SealedLog.class).requireSealed(3, Duration.ofSeconds(30));
        ledger = muniment.bean("ledger", Ledger.class);
        log = muniment.bean("logReader", LogRows.class);
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @Test
    void theLogAsItIsPasses() {
        Result result = verified(events -> events);

        assertThat(result.state()).isEqualTo(State.PASSED);
        assertThat(result.checked()).isEqualTo(result.size()).isEqualTo(ledger.sealedSize());
        assertThat(result.root())
                .isEqualTo(ledger.last().orElseThrow().checkpoint().root().toString());
        assertThat(result.finishedAt()).isNotNull();
        assertThat(result.percent()).isEqualTo(100);
    }

    @Test
    void oneChangedWordFails() {
        Result result =
                verified(
                        events ->
                                events.stream()
                                        .map(event -> event.position() == 2 ? other(event) : event)
                                        .toList());

        assertThat(result.state()).isEqualTo(State.FAILED);
        assertThat(result.fault()).isEqualTo("the events do not give the root that was signed");
        assertThat(result.root()).isNull();
    }

    @Test
    void aMissingEventFails() {
        assertThat(verified(events -> events.subList(1, events.size())).fault())
                .isEqualTo("event 1 is missing");
        assertThat(verified(events -> List.of()).fault()).isEqualTo("event 1 is missing");
    }

    @Test
    void aLogThatCannotBeReadFails() {
        assertThat(
                        verified(
                                        events -> {
                                            throw new IllegalStateException("no disk");
                                        })
                                .fault())
                .isEqualTo("the log cannot be read");
    }

    @Test
    void oneRunIsUnderWayAtATime() {
        CountDownLatch reading = new CountDownLatch(1);
        try (Verification verification =
                new Verification(
                        ledger,
                        rows(
                                events -> {
                                    hold(reading);
                                    return events;
                                }),
                        Clock.systemUTC())) {
            assertThat(verification.result().state()).isEqualTo(State.NEVER);
            Result first = verification.start();
            Result second = verification.start();

            assertThat(first.running()).isTrue();
            assertThat(second.startedAt()).isEqualTo(first.startedAt());
            reading.countDown();
            await().until(() -> verification.result().state() == State.PASSED);
            assertThat(verification.start().running()).isTrue();
        }
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Result verified(UnaryOperator<List<StoredEvent>> tampering) {
        try (Verification verification =
                new Verification(ledger, rows(tampering), Clock.systemUTC())) {
            verification.start();
            await().until(() -> !verification.result().running());
            return verification.result();
        }
    }

    private static LogRows rows(UnaryOperator<List<StoredEvent>> tampering) {
        return new LogRows() {
            @Override
            public List<StoredEvent> rowsAfter(long position, int limit) {
                return tampering.apply(log.rowsAfter(position, limit));
            }

            @Override
            public List<StoredEvent> rowsOf(String stream) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static StoredEvent other(StoredEvent event) {
        return new StoredEvent(
                event.position(),
                event.eventId(),
                event.stream(),
                event.sequence(),
                event.noun(),
                event.recordedAt(),
                event.type(),
                event.revision(),
                event.payload() + " ",
                event.metadata());
    }
}
