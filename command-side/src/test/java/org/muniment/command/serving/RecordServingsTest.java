package org.muniment.command.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.CommandSideInMemory;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.serving.ServedForm;
import org.muniment.kernel.serving.Serving;
import org.muniment.kernel.serving.ServingCommand.RecordServings;
import org.muniment.kernel.serving.ServingEvent.ServingsRecorded;
import org.muniment.kernel.serving.ServingsId;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Sha256;

class RecordServingsTest {
    private static final ServingsId BATCH = new ServingsId("2017-09-14-1");
    private static final List<Serving> SERVINGS =
            List.of(serving(new SnapshotId("q1"), ServedForm.PDF), serving(null, ServedForm.HTML));

    @Test
    void whatMembersWereGivenIsRecordedInOneBatch() {
        new AggregateTestFixture<>(Servings.class)
                .givenNoPriorActivity()
                .when(new RecordServings(BATCH, SERVINGS))
                .expectEvents(new ServingsRecorded(BATCH, SERVINGS));
    }

    @Test
    void theSameBatchSaidTwiceIsRecordedOnce() {
        CommandSideInMemory side = CommandSideInMemory.of(new ServingModule());
        RecordServings batch = new RecordServings(BATCH, SERVINGS);
        side.send(batch);

        assertThatExceptionOfType(AggregateStreamCreationException.class)
                .isThrownBy(() -> side.send(batch));
        assertThat(side.events()).containsExactly(new ServingsRecorded(BATCH, SERVINGS));
    }

    @Test
    void theSameServingsInAnotherBatchAreOtherServings() {
        ServingsId next = new ServingsId("2017-09-14-2");
        CommandSideInMemory side = CommandSideInMemory.of(new ServingModule());

        side.send(new RecordServings(BATCH, SERVINGS), new RecordServings(next, SERVINGS));

        assertThat(side.events())
                .containsExactly(
                        new ServingsRecorded(BATCH, SERVINGS),
                        new ServingsRecorded(next, SERVINGS));
    }

    private static Serving serving(SnapshotId snapshot, ServedForm form) {
        return new Serving(
                BusinessPlan.ID,
                snapshot,
                form,
                63,
                Sha256.of("{}"),
                new PersonId("member"),
                Instant.parse("2017-09-14T17:00:00Z"),
                Instant.parse("2017-09-14T17:30:00Z"),
                3);
    }
}
