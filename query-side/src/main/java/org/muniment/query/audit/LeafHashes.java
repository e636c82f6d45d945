package org.muniment.query.audit;

/** What the ledger binds of each event. */
@FunctionalInterface
public interface LeafHashes {
    /** The leaf hash of the event at {@code position}, in hexadecimal; null while not sealed. */
    String of(long position);
}
