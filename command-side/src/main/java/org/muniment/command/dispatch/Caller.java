package org.muniment.command.dispatch;

/**
 * Who sends a command and with what in hand.
 *
 * @param by the pseudonymous id of the person or client
 * @param role the role they act in
 * @param why the reason given with the request; may be null where the command gives its own
 * @param correlationId ties together everything that came of one request
 * @param expectedVersion the version the sender has seen (If-Match); null where they did not say
 * @param retry null where the sender gave no key to retry under
 */
public record Caller(
        String by,
        String role,
        String why,
        String correlationId,
        Long expectedVersion,
        Retry retry) {
    public Caller(String by, String role, String why, String correlationId, Long expectedVersion) {
        this(by, role, why, correlationId, expectedVersion, null);
    }
}
