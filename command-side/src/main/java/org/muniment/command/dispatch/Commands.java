package org.muniment.command.dispatch;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.muniment.command.dispatch.EventPositions.StreamHead;
import org.muniment.kernel.words.Reasoned;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Sends a command on behalf of a caller and waits until it is on disk; or tries it, where that is
 * all the caller wants, and answers 200 with what would have happened.
 */
@Component
public class Commands {
    static final String EXPECTED_VERSION = "expectedVersion";
    static final String VERSION_REQUIRED = "versionRequired";
    static final String RETRY = "retry";

    /** What the sender may do; absent for what Muniment does by itself. */
    public static final String WARRANT = "warrant";

    private final CommandGateway gateway;
    private final Trials trials;
    private final CommandMeters meters;

    Commands(CommandGateway gateway, Trials trials, CommandMeters meters) {
        this.gateway = gateway;
        this.trials = trials;
        this.meters = meters;
    }

    /** 201: the command has made the thing called {@code id}. */
    public ResponseEntity<Receipt> create(String id, Object command, Caller caller) {
        return answer(HttpStatus.CREATED, id, command, metaData(command, caller), caller);
    }

    /**
     * 200: the command was sent to the existing thing called {@code id}, of which the caller must
     * say the version they have seen.
     */
    public ResponseEntity<Receipt> change(String id, Object command, Caller caller) {
        Map<String, Object> said = metaData(command, caller);
        said.put(VERSION_REQUIRED, true);
        return answer(HttpStatus.OK, id, command, said, caller);
    }

    /**
     * 200: the command only adds to the thing called {@code id}, so nobody's change can be lost. A
     * version is obeyed where the caller says one.
     */
    public ResponseEntity<Receipt> add(String id, Object command, Caller caller) {
        return answer(HttpStatus.OK, id, command, metaData(command, caller), caller);
    }

    /**
     * Sends one of many commands that are kept {@link Together}. It is not on disk before all are.
     * A key for retries is the whole file's and not the row's.
     *
     * @param importId names the file they came in; every event carries it
     */
    public void sendImported(Object command, Caller caller, String importId) {
        Map<String, Object> said = metaData(command, caller);
        said.put(Provenance.IMPORT, importId);
        said.remove(RETRY);
        meters.around(
                command,
                CommandMeters.ACCEPTED,
                () -> gateway.sendAndWait(new GenericCommandMessage<>(command, said)));
    }

    private ResponseEntity<Receipt> answer(
            HttpStatus status, String id, Object command, Map<String, Object> said, Caller caller) {
        if (caller.dryRun()) {
            said.remove(RETRY);
            return ResponseEntity.ok(
                    meters.around(
                            command,
                            CommandMeters.TRIED,
                            () -> trials.of(() -> send(id, command, said))));
        }
        Receipt receipt =
                meters.around(command, CommandMeters.ACCEPTED, () -> send(id, command, said));
        return ResponseEntity.status(status).eTag("\"" + receipt.version() + "\"").body(receipt);
    }

    private Receipt send(String id, Object command, Map<String, Object> said) {
        CommandMessage<Object> message = new GenericCommandMessage<>(command, said);
        StreamHead head =
                FirstInTurn.of(() -> gateway.<CompletableFuture<StreamHead>>sendAndWait(message))
                        .join();
        return new Receipt(id, head.version(), head.position());
    }

    private static Map<String, Object> metaData(Object command, Caller caller) {
        Map<String, Object> said = new HashMap<>();
        said.put(Provenance.BY, caller.by());
        said.put(Provenance.ROLE, caller.role());
        said.put(Provenance.CORRELATION_ID, caller.correlationId());
        said.put(Provenance.COMMAND, command.getClass().getSimpleName());
        said.put(Provenance.WHY, why(command, caller));
        if (caller.onBehalfOf() != null) {
            said.put(Provenance.ON_BEHALF_OF, caller.onBehalfOf());
        }
        if (caller.warrant() != null) {
            said.put(WARRANT, caller.warrant());
        }
        if (caller.expectedVersion() != null) {
            said.put(EXPECTED_VERSION, caller.expectedVersion());
        }
        if (caller.retry() != null) {
            said.put(RETRY, caller.retry());
        }
        return said;
    }

    private static String why(Object command, Caller caller) {
        if (command instanceof Reasoned reasoned) {
            return reasoned.reason().toString();
        }
        return caller.why() == null ? "not stated" : caller.why();
    }
}
