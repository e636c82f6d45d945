package org.muniment.command.dispatch;

import org.muniment.kernel.request.RequestEvent;
import org.muniment.kernel.request.RequestId;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Sha256;

/**
 * What makes a request safe to send again.
 *
 * @param key given by the sender (Idempotency-Key)
 * @param said the digest of what is asked for: the same key may not ask for something else
 */
public record Retry(String key, Sha256 said) {
    public RequestId requestOf(String by) {
        return RequestId.of(new PersonId(by), key);
    }

    /**
     * @throws KeyReused where the key stands for another request than the one answered
     */
    public void requireSame(RequestEvent answered) {
        if (!answered.said().equals(said)) {
            throw new KeyReused();
        }
    }
}
