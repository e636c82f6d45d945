package org.muniment.query.journal;

/** The store holds less than it did: it was emptied, or an older state of it was put back. */
final class StoreRewound extends RuntimeException {
    StoreRewound() {
        super("the read store holds less than it did", null, false, false);
    }
}
