package org.muniment.ops.log;

import io.axoniq.axonserver.connector.ErrorCategory;
import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.muniment.kernel.ledger.StoredEvent;

/** One context of an Axon Server. */
final class AxonServerLog implements SharedLog {
    private static final long PATIENCE_SECONDS = 10;

    /** Events on their way to us while we read: a few packs of 1 MB each do no harm. */
    private static final int BUFFER = 1_024;

    private static final Metadata.Key<String> ERROR_CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    private final AxonServer server;

    AxonServerLog(AxonServer server) {
        this.server = server;
    }

    @Override
    public long last() {
        return await(events().getLastToken()) + 1;
    }

    @Override
    public List<StoredEvent> after(long position, int limit) {
        long until = Math.min(last(), position + limit);
        List<StoredEvent> found = new ArrayList<>();
        if (until <= position) {
            return found;
        }
        // The stream begins with the token after the one given.
        try (EventStream stream = events().openStream(position - 1, BUFFER)) {
            while (position + found.size() < until) {
                EventWithToken next = stream.nextIfAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (next == null) {
                    throw new LogUnavailable(
                            "Axon Server stopped sending events", stream.getError().orElse(null));
                }
                found.add(EventMessages.eventOf(next.getToken(), next.getEvent()));
            }
            return found;
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    @Override
    public void append(List<StoredEvent> events) {
        AppendEventsTransaction transaction = events().startAppendEventsTransaction();
        try {
            events.forEach(event -> transaction.appendEvent(EventMessages.messageOf(event)));
        } catch (RuntimeException failed) {
            transaction.rollback();
            throw failed;
        }
        await(transaction.commit());
    }

    private EventChannel events() {
        return server.connection().eventChannel();
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        } catch (ExecutionException failed) {
            if (isConflict(failed.getCause())) {
                throw new ConcurrencyException("another process has appended meanwhile", failed);
            }
            throw new LogUnavailable("Axon Server cannot be reached", failed.getCause());
        } catch (TimeoutException late) {
            throw new LogUnavailable("Axon Server does not answer", late);
        }
    }

    private static boolean isConflict(Throwable failure) {
        Metadata told = Status.trailersFromThrowable(failure);
        return told != null
                && ErrorCategory.INVALID_EVENT_SEQUENCE.errorCode().equals(told.get(ERROR_CODE));
    }

    private static LogUnavailable interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new LogUnavailable("stopped while waiting for Axon Server", stopped);
    }

    @Override
    public void close() {
        server.close();
    }
}
