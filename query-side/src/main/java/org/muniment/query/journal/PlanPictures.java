package org.muniment.query.journal;

import java.util.ArrayList;
import java.util.List;
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
        }
    }
}
