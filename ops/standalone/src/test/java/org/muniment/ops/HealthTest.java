package org.muniment.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import org.axonframework.config.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Commands;
import org.muniment.kernel.selfaudit.AuditedSnapshot;
import org.muniment.kernel.selfaudit.SelfAuditCommand.RecordSelfAudit;
import org.muniment.kernel.selfaudit.SelfAuditId;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.words.Sha256;
import org.muniment.ops.Running.Answer;
import org.muniment.ops.log.LogTransactions;

/** Health tells the truth: each part is shown down when it is. */
class HealthTest {
    private static final Caller SYSTEM = new Caller("muniment", "system", "Test", "one", null);
    private static final Sha256 GIVEN = Sha256.of("given");

    private Running muniment;

    @BeforeEach
    void start(@TempDir Path data) {
        muniment = Running.on(data, "demo-people");
    }

    @AfterEach
    void stop() {
        muniment.close();
    }

    @Test
    void aReadSideThatNoLongerFollowsIsDown() {
        assertThat(status("readSideHealth")).isEqualTo("UP");

        muniment.bean("axon", Configuration.class).shutdown();

        assertThat(muniment.get("/actuator/health").status()).isEqualTo(503);
        assertThat(status("readSideHealth")).isEqualTo("DOWN");
    }

    @Test
    void whatIsNotWrittenIsNotReadyAndStillAlive() {
        assertThat(muniment.anonymously("/actuator/health/readiness").status()).isEqualTo(200);

        muniment.bean("logTransactions", LogTransactions.class).stop("the disk failed");

        Answer readiness = muniment.anonymously("/actuator/health/readiness");
        assertThat(readiness.status()).isEqualTo(503);
        assertThat(readiness.json().has("components")).isFalse();
        assertThat(muniment.anonymously("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(gauge("muniment.log.writable")).isEqualTo(0);
    }

    @Test
    void aPackThatTheLogNoLongerGivesIsTold() {
        record("agreeing", GIVEN);
        assertThat(status("selfAuditHealth")).isEqualTo("UP");

        record("disagreeing", Sha256.of("found"));

        Answer health = muniment.get("/actuator/health");
        assertThat(health.status()).isEqualTo(503);
        assertThat(health.json().at("/components/selfAuditHealth/details/disagreeing/0").asString())
                .isEqualTo("q1");
        assertThat(gauge("muniment.selfaudit.disagreements")).isEqualTo(1);
    }

    private double gauge(String name) {
        return muniment.bean("prometheusMeterRegistry", MeterRegistry.class)
                .get(name)
                .gauge()
                .value();
    }

    private void record(String audit, Sha256 rebuilt) {
        muniment.bean("commands", Commands.class)
                .create(
                        audit,
                        new RecordSelfAudit(
                                new SelfAuditId(audit),
                                1,
                                List.of(
                                        new AuditedSnapshot(
                                                new SnapshotId("q1"), GIVEN, GIVEN, rebuilt))),
                        SYSTEM);
        muniment.get("/api/operations/self-audits");
    }

    private String status(String part) {
        return muniment.get("/actuator/health")
                .json()
                .at("/components/" + part + "/status")
                .asString();
    }
}
