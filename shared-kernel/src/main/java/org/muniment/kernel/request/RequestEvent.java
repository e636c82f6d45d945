package org.muniment.kernel.request;

import java.util.List;
import org.muniment.kernel.words.Sha256;

/** What has happened to a request that carried an idempotency key. */
public sealed interface RequestEvent {
    RequestId request();

    /** The digest of what was asked for. */
    Sha256 said();

    /**
     * It was carried out; the command's own events, if any, stand right before this one.
     *
     * @param thing the stream that the command was sent to
     * @param versionBefore how many events that stream had before
     */
    record RequestAnswered(RequestId request, Sha256 said, String thing, long versionBefore)
            implements RequestEvent {}

    /**
     * A file was recorded; its events, if any, stand right before this one.
     *
     * @param events how many they are
     * @param rows what became of each row of the file, in its order
     */
    record ImportAnswered(RequestId request, Sha256 said, long events, List<ImportedRow> rows)
            implements RequestEvent {}
}
