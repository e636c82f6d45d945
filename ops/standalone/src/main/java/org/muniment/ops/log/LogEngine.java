package org.muniment.ops.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.muniment.kernel.words.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Axon's JDBC engine on SQLite. Inside a command's transaction it uses the writing connection,
 * anywhere else a reading one. It stamps each event, under the write lock, with what the clock says
 * but never a time before the last event's: where the clock went back, {@code clockSaid} in the
 * metadata keeps what it said.
 */
final class LogEngine extends JdbcEventStorageEngine {
    private static final Logger LOG = LoggerFactory.getLogger(LogEngine.class);
    private final LogReader log;
    private final Clock clock;

    LogEngine(LogFile file, LogReader log, Serializer serializer, Clock clock) {
        super(
                builder()
                        .schema(LogSchema.COLUMNS)
                        .dataType(String.class)
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .connectionProvider(connections(file))
                        .transactionManager(NoTransactionManager.INSTANCE)
                        .persistenceExceptionResolver(LogEngine::isDuplicateKey)
                        .createTailToken(
                                (connection, schema) ->
                                        first(connection, "position - 1", "position"))
                        .createHeadToken(
                                (connection, schema) ->
                                        first(connection, "position", "position DESC"))
                        .createTokenAt((connection, schema, at) -> refuseTokenAt())
                        .fetchTrackedEvents(
                                (connection, schema, index) -> nextAfter(connection, index))
                        .lastSequenceNumberFor(
                                (connection, schema, stream) -> headOf(connection, stream)));
        this.log = log;
        this.clock = clock;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("events are appended within a command's transaction");
        }
        events.forEach(event -> requireReadable(event.getPayload(), serializer));
        Instant said = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant last = log.lastRecordedAt();
        Instant recordedAt = said.isBefore(last) ? last : said;
        Map<String, Object> note =
                said.equals(recordedAt) ? Map.of() : Map.of("clockSaid", said.toString());
        super.appendEvents(
                events.stream().map(event -> stamped(event, recordedAt, note)).toList(),
                serializer);
    }

    /** What is written stands for ever, and every reader would stop at what cannot be read. */
    private static void requireReadable(Object payload, Serializer serializer) {
        try {
            serializer.deserialize(serializer.serialize(payload, String.class));
        } catch (SerializationException unreadable) {
            LOG.error("An event that could not be read again was not written", unreadable);
            throw Refused.by("cannot-be-kept", "the log could not read this again");
        }
    }

    /** Axon's aggregate snapshots are not used. */
    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
        return Stream.empty();
    }

    private static DomainEventMessage<?> stamped(
            EventMessage<?> message, Instant recordedAt, Map<String, Object> note) {
        DomainEventMessage<?> event = (DomainEventMessage<?>) message;
        return new GenericDomainEventMessage<>(
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getPayload(),
                event.getMetaData().mergedWith(note),
                event.getIdentifier(),
                recordedAt);
    }

    private static ConnectionProvider connections(LogFile file) {
        DataSource writer = new TransactionAwareDataSourceProxy(file.writer());
        return () ->
                TransactionSynchronizationManager.isActualTransactionActive()
                        ? writer.getConnection()
                        : file.readers().getConnection();
    }

    private static boolean isDuplicateKey(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isDuplicateKey(sql.getErrorCode())) {
                return true;
            }
            if (cause instanceof SQLiteException sqlite
                    && isDuplicateKey(sqlite.getResultCode().code)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDuplicateKey(int code) {
        return code == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE.code
                || code == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY.code;
    }

    // Axon's own statements ask for min and max, which give a row of NULL on an empty log.

    private static PreparedStatement first(Connection connection, String what, String order)
            throws SQLException {
        return connection.prepareStatement(
                "SELECT " + what + " FROM events ORDER BY " + order + " LIMIT 1");
    }

    private static PreparedStatement nextAfter(Connection connection, long position)
            throws SQLException {
        PreparedStatement next =
                connection.prepareStatement(
                        "SELECT position FROM events WHERE position > ? ORDER BY position LIMIT 1");
        next.setLong(1, position);
        return next;
    }

    private static PreparedStatement headOf(Connection connection, String stream)
            throws SQLException {
        PreparedStatement head =
                connection.prepareStatement(
                        "SELECT sequence FROM events WHERE stream = ? ORDER BY sequence DESC"
                                + " LIMIT 1");
        head.setString(1, stream);
        return head;
    }

    private static PreparedStatement refuseTokenAt() {
        throw new UnsupportedOperationException(
                "moments are turned into positions by the read side's timeline");
    }
}
