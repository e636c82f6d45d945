package org.muniment.query.journal;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.function.Supplier;
import org.muniment.query.journal.LaneHeads.Head;

/** How far the read side has come. Readers may wait for a position. */
public final class ReadPosition {
    private final Supplier<LaneHeads> lanes;

    /** Of whichever read models are read at present. */
    public ReadPosition(Supplier<LaneHeads> lanes) {
        this.lanes = lanes;
    }

    public ReadPosition(MongoDatabase database) {
        LaneHeads heads = new LaneHeads(database, LaneHeads.LANES);
        this.lanes = () -> heads;
    }

    /** The last event that every lane knows. */
    public Head head() {
        return lanes.get().head();
    }

    public LaneHeads lanes() {
        return lanes.get();
    }

    /** How long it took from the first event taken to the last one known. */
    public Duration spent() {
        return lanes.get().spent();
    }

    /** Waits until {@code position} is known; false where it was not within {@code patience}. */
    public boolean await(long position, Duration patience) {
        return lanes.get().await(position, patience);
    }
}
