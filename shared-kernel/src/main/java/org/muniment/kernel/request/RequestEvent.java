package org.muniment.kernel.request;

import org.muniment.kernel.words.Sha256;

/** What has happened to a request that carried an idempotency key. */
public sealed interface RequestEvent {
    RequestId request();

    /**
     * It was carried out; the command's own events, if any, stand right before this one.
     *
     * @param said the digest of what was asked for
     * @param thing the stream that the command was sent to
     * @param versionBefore how many events that stream had before
     */
    record RequestAnswered(RequestId request, Sha256 said, String thing, long versionBefore)
            implements RequestEvent {}
}
