package org.muniment.command.dispatch;

import org.muniment.kernel.words.Sha256;

/**
 * What makes a request safe to send again.
 *
 * @param key given by the sender (Idempotency-Key)
 * @param said the digest of what is asked for: the same key may not ask for something else
 */
public record Retry(String key, Sha256 said) {}
