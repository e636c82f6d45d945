package org.muniment.command.selfaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.CommandSideInMemory;
import org.muniment.kernel.selfaudit.AuditedSnapshot;
import org.muniment.kernel.selfaudit.SelfAuditCommand.RecordSelfAudit;
import org.muniment.kernel.selfaudit.SelfAuditEvent.SelfAuditCompleted;
import org.muniment.kernel.selfaudit.SelfAuditId;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.words.Sha256;

class RecordSelfAuditTest {
    private static final SelfAuditId ID = new SelfAuditId("2017-10-01");
    private static final Sha256 FROZEN = Sha256.of("{}");
    private static final AuditedSnapshot AGREEING =
            new AuditedSnapshot(new SnapshotId("q1"), FROZEN, FROZEN, FROZEN);
    private static final AuditedSnapshot DIFFERING =
            new AuditedSnapshot(new SnapshotId("q2"), FROZEN, FROZEN, null);

    @Test
    void theResultIsRecordedWhateverItIs() {
        new AggregateTestFixture<>(SelfAudit.class)
                .givenNoPriorActivity()
                .when(new RecordSelfAudit(ID, 64, List.of(AGREEING, DIFFERING)))
                .expectEvents(new SelfAuditCompleted(ID, 64, List.of(AGREEING, DIFFERING)));
    }

    @Test
    void anAuditOfARecordWithoutSnapshotsIsRecordedToo() {
        new AggregateTestFixture<>(SelfAudit.class)
                .givenNoPriorActivity()
                .when(new RecordSelfAudit(ID, 2, List.of()))
                .expectEvents(new SelfAuditCompleted(ID, 2, List.of()));
    }

    @Test
    void theSameAuditSaidTwiceIsRecordedOnce() {
        CommandSideInMemory side = CommandSideInMemory.of(new SelfAuditModule());
        RecordSelfAudit audit = new RecordSelfAudit(ID, 64, List.of(AGREEING));
        side.send(audit);

        assertThatExceptionOfType(AggregateStreamCreationException.class)
                .isThrownBy(() -> side.send(audit));
        assertThat(side.events())
                .containsExactly(new SelfAuditCompleted(ID, 64, List.of(AGREEING)));
    }
}
