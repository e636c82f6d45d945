package org.muniment.query.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.muniment.query.journal.JournalWriter.Recorded;

/**
 * Follows the log. A batch is gathered and written as a whole with its last event, which is before
 * Axon stores the token of the batch: the token never runs ahead of what was written.
 */
@ProcessingGroup(PlanPictures.NAME)
public final class PlanPictures {
    public static final String NAME = "plan-pictures";

    /** As many events as are taken at once. */
    public static final int BATCH = 512;

    private static final Duration REST_PER_EVENT = Duration.ofMillis(4);
    private static final Duration LONGEST_REST = Duration.ofMillis(250);

    private final JournalWriter writer;

    public PlanPictures(JournalWriter writer) {
        this.writer = writer;
    }

    @EventHandler(payloadType = Object.class)
    void on(EventMessage<?> message, TrackingToken token, UnitOfWork<?> work) {
        List<Recorded> batch = work.getOrComputeResource(NAME, absent -> new ArrayList<Recorded>());
        batch.add(
                new Recorded(
                        token.position().orElseThrow(),
                        message.getTimestamp(),
                        message.getPayload(),
                        EventJson.write(message.getPayload()),
                        EventJson.write(message.getMetaData())));
        if (!(work instanceof BatchingUnitOfWork<?> many) || many.isLastMessage(message)) {
            writer.write(batch);
            rest(batch.size());
        }
    }

    /**
     * A single change is taken at once. Under load the next batch gathers meanwhile: one writing of
     * many events costs little more than one of one, and the processors are wanted for commands.
     * After a full batch the next one has gathered already.
     */
    private static void rest(int taken) {
        if (taken == BATCH) {
            return;
        }
        long nanos = REST_PER_EVENT.multipliedBy(taken).toNanos();
        LockSupport.parkNanos(Math.min(nanos, LONGEST_REST.toNanos()));
    }
}
