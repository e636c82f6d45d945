package org.muniment.command.dispatch;

import java.util.UUID;
import org.muniment.kernel.access.Actors;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.PersonId;

/**
 * Who sends a command and with what in hand.
 *
 * @param by the pseudonymous id of the person or client
 * @param role the role they act in, where the warrant does not say better
 * @param why the reason given with the request; may be null where the command gives its own
 * @param correlationId ties together everything that came of one request
 * @param expectedVersion the version the sender has seen (If-Match); null where they did not say
 * @param retry null where the sender gave no key to retry under
 * @param onBehalfOf whose deputy they act as; null where they act for themselves
 * @param warrant what the sender may do; null for what Muniment does by itself
 * @param dryRun whether the command is only to be tried, and nothing kept
 */
public record Caller(
        String by,
        String role,
        String why,
        String correlationId,
        Long expectedVersion,
        Retry retry,
        String onBehalfOf,
        Warrant warrant,
        boolean dryRun) {
    public Caller(
            String by,
            String role,
            String why,
            String correlationId,
            Long expectedVersion,
            Retry retry) {
        this(by, role, why, correlationId, expectedVersion, retry, null, null, false);
    }

    public Caller(String by, String role, String why, String correlationId, Long expectedVersion) {
        this(by, role, why, correlationId, expectedVersion, null);
    }

    /** Muniment itself, of its own accord. */
    public static Caller ourselves(String why) {
        return new Caller("muniment", "system", why, UUID.randomUUID().toString(), null);
    }

    public Actors actors() {
        return Actors.of(new PersonId(by), onBehalfOf);
    }

    /** The same without a key: each time is another time. */
    public Caller once() {
        return new Caller(
                by, role, why, correlationId, expectedVersion, null, onBehalfOf, warrant, dryRun);
    }

    /** The same, leaving nothing in the log that the sender could word freely. */
    public Caller withoutWords(String anotherCorrelationId) {
        return new Caller(
                by,
                role,
                null,
                anotherCorrelationId,
                expectedVersion,
                retry,
                onBehalfOf,
                warrant,
                dryRun);
    }

    /**
     * To be asked before anything is done that no transaction takes back.
     *
     * @throws Malformed where the sender only tries; {@code why} follows the words "is not taken"
     */
    public void requireEarnest(String why) {
        if (dryRun) {
            throw new Malformed("dryRun", "is not taken here: " + why);
        }
    }
}
