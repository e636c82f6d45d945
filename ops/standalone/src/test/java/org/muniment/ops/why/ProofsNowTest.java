package org.muniment.ops.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.kernel.plan.PlanId;
import org.muniment.ops.Running;
import org.muniment.ops.http.Examples;
import org.muniment.ops.ledger.SealedLog;
import org.muniment.query.audit.EventProofs;
import org.muniment.query.audit.EventProofs.State;
import org.muniment.query.journal.Journal;
import org.muniment.query.journal.JournalEntry;

/** What is told of an event is what is stored and sealed of it, or it is said that it is not. */
class ProofsNowTest {
    private static final PlanId PLAN = new PlanId("plan");

    private static Running muniment;
    private static EventProofs proofs;
    private static List<JournalEntry> events;

    @BeforeAll
    static void start(@TempDir Path data) {
        muniment = Running.on(data, "demo-people");
        muniment.post("admin", "/api/partnerships", Examples.PARTNERSHIP);
        muniment.post("admin", "/api/partnerships/pair/plans", Examples.PLAN);
        muniment.post("officer", "/api/plans/plan/kpis", Examples.kpi("kpi"));
        muniment.get("/api/plans/plan/events");
        proofs = muniment.bean("eventProofs", EventProofs.class);
        events = muniment.bean("journal", Journal.class).eventsOf(PLAN, 0, 10).orElseThrow();
        muniment.bean("sealedLog", SealedLog.class).requireSealed(3, Duration.ofSeconds(30));
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @Test
    void anEventAsStoredIsProvedUnderTheLastCheckpoint() {
        assertThat(events).hasSize(2);
        for (JournalEntry event : events) {
            assertThat(proofs.of(event).state()).isEqualTo(State.PROVED);
            assertThat(proofs.of(event).sentence())
                    .matches(
                            "Sealed: its proof was checked now, against the log at size [0-9]+\\.");
        }
    }

    @Test
    void anEventToldOtherwiseThanItIsStoredFails() {
        JournalEntry event = events.get(1);

        for (JournalEntry forged :
                List.of(
                        with(event, event.payload().replace("90", "91"), event.metadata()),
                        with(event, event.payload(), event.metadata().replace("officer", "head")),
                        new JournalEntry(
                                2,
                                event.recordedAt(),
                                event.subject(),
                                event.type(),
                                event.revision(),
                                event.payload(),
                                event.metadata()))) {
            assertThat(forged).isNotEqualTo(event);
            assertThat(proofs.of(forged).state()).isEqualTo(State.FAILED);
            assertThat(proofs.of(forged).sentence())
                    .isEqualTo(
                            "Its proof FAILS: event %s is not stored as it is told here."
                                    .formatted(forged.position()));
        }
    }

    @Test
    void anEventThatNoCheckpointSpeaksOfIsNotSealedYet() {
        JournalEntry event = events.get(1);
        JournalEntry later =
                new JournalEntry(
                        99,
                        event.recordedAt(),
                        event.subject(),
                        event.type(),
                        event.revision(),
                        event.payload(),
                        event.metadata());

        assertThat(proofs.of(later).state()).isEqualTo(State.NOT_SEALED);
        assertThat(proofs.of(later).sentence()).startsWith("Not sealed yet");
    }

    @Test
    void whoHasCheckedAFigureIsForStaffAlone() {
        muniment.post(
                "officer", "/api/kpis/kpi/actuals", "{\"month\":\"2026-06\",\"actual\":\"95\"}");
        muniment.post(
                "head-of-service",
                "/api/kpis/kpi/sign-offs",
                "{\"month\":\"2026-06\",\"source\":\"Time sheets\",\"calculation\":\"Counted\"}");

        String why = "/api/plans/plan/why?figure=kpis.kpi&asAt=2026-06-30";
        assertThat(muniment.get("auditor", why).text())
                .contains("head-of-service signed off 95; source: Time sheets");
        assertThat(muniment.get("auditor", "/kpis/kpi?asAt=2026-06-30").text())
                .contains("head-of-service signed off 95; source: Time sheets");
        for (String informed : List.of("member", "client-officer")) {
            assertThat(muniment.get(informed, why).text())
                    .contains("95 was recorded for June 2026")
                    .doesNotContain("signed off", "Time sheets");
            assertThat(muniment.get(informed, "/kpis/kpi?asAt=2026-06-30").text())
                    .contains("95 was recorded for June 2026")
                    .doesNotContain("signed off", "Time sheets");
        }
    }

    private static JournalEntry with(JournalEntry event, String payload, String metadata) {
        return new JournalEntry(
                event.position(),
                event.recordedAt(),
                event.subject(),
                event.type(),
                event.revision(),
                payload,
                metadata);
    }
}
