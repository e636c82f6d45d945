package org.muniment.command.dispatch;

import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.muniment.command.dispatch.EventPositions.StreamHead;
import org.muniment.kernel.request.RequestEvent;
import org.muniment.kernel.request.RequestEvent.RequestAnswered;
import org.muniment.kernel.request.RequestId;

/**
 * Remembers answers in the log itself, in the transaction of the command: there is an answer where
 * the command was carried out and nowhere else. One event in a stream of its own holds only what
 * the log does not say already.
 */
final class AnsweredRequests {
    private static final String NOUN = "Request";

    private final EventStore events;
    private final EventPositions positions;

    AnsweredRequests(EventStore events, EventPositions positions) {
        this.events = events;
        this.positions = positions;
    }

    /**
     * Where the command ended when it was carried out; empty where it was not yet, or where it came
     * without a key.
     *
     * @throws KeyReused where the key stands for another request
     */
    Optional<StreamHead> find(CommandMessage<?> command) {
        Retry retry = retryOf(command);
        if (retry == null) {
            return Optional.empty();
        }
        String request = requestOf(command, retry).toString();
        long position = positions.headOf(request).position();
        if (position == 0) {
            return Optional.empty();
        }
        RequestEvent kept = (RequestEvent) events.readEvents(request).next().getPayload();
        retry.requireSame(kept);
        RequestAnswered answered = (RequestAnswered) kept;
        StreamHead then = positions.headBefore(answered.thing(), position);
        boolean changed = then.version() > answered.versionBefore();
        return Optional.of(changed ? new StreamHead(then.version(), position - 1) : then);
    }

    /**
     * To be called once the command's own events are published.
     *
     * @return how many events this has added: one where the command came with a key
     */
    int note(CommandMessage<?> command, String thing, long versionBefore) {
        Retry retry = retryOf(command);
        if (retry == null) {
            return 0;
        }
        RequestId request = requestOf(command, retry);
        events.publish(
                new GenericDomainEventMessage<>(
                        NOUN,
                        request.toString(),
                        0,
                        new RequestAnswered(request, retry.said(), thing, versionBefore)));
        return 1;
    }

    private static Retry retryOf(CommandMessage<?> command) {
        return (Retry) command.getMetaData().get(Commands.RETRY);
    }

    private static RequestId requestOf(CommandMessage<?> command, Retry retry) {
        String by = (String) command.getMetaData().get(Provenance.BY);
        return retry.requestOf(by);
    }
}
