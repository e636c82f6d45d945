package org.muniment.ops.log;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/** Wakes whoever follows the log once a transaction is on disk, however many commands it held. */
final class FollowedLog extends EmbeddedEventStore {
    private FollowedLog(Builder builder) {
        super(builder);
    }

    static FollowedLog over(LogEngine engine, LogTransactions transactions) {
        FollowedLog log = new FollowedLog(builder().storageEngine(engine));
        transactions.afterCommit(() -> log.afterCommit(List.of()));
        return log;
    }
}
