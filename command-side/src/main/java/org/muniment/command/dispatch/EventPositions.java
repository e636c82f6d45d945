package org.muniment.command.dispatch;

/** Where the log stands. Read inside the transaction that writes, so nothing can come between. */
public interface EventPositions {
    /** The head of {@code stream} (such as {@code kpi:grant-claims}); zeros where it is unknown. */
    StreamHead headOf(String stream);

    /** The same as it was before the event at {@code position}. */
    StreamHead headBefore(String stream, long position);

    /** The position of the last event of the whole log; 0 where it is empty. */
    long last();

    /**
     * Grows when events come that were not appended here: what is remembered may be out of date.
     */
    default long arrivals() {
        return 0;
    }

    /**
     * @param version how many events the stream has
     * @param position the log position of the last of them
     */
    record StreamHead(long version, long position) {}
}
