package org.muniment.verifier;

import java.io.IOException;
import java.util.List;
import org.muniment.kernel.ledger.Frontier;
import org.muniment.kernel.ledger.Hash;

/**
 * The tree of the log made again from its events, beside the one that the kept hashes give. Which
 * of the two has the root that was signed says which of the two was changed.
 */
final class Rehash {
    private final KeptHashes kept;
    private final long sealed;
    private final Frontier log = new Frontier();
    private final Frontier file = new Frontier();
    private long firstChanged;
    private long firstDamaged;
    private boolean ended;

    /**
     * @param kept may be null where no hashes are at hand
     * @param sealed after so many events the kept hashes count no more
     */
    Rehash(KeptHashes kept, long sealed) {
        this.kept = kept;
        this.sealed = sealed;
    }

    /**
     * The next event of the log.
     *
     * @param leaf null where the event cannot be read: then the kept one stands for it
     */
    void add(Hash leaf) throws IOException {
        boolean compared = kept != null && !ended && log.size() < sealed;
        Hash keptLeaf = compared ? next() : null;
        Hash known = leaf == null ? keptLeaf : leaf;
        log.add(known == null ? Hash.ofNothing() : known);
        if (keptLeaf == null) {
            return;
        }
        if (!keptLeaf.equals(leaf) && firstChanged == 0) {
            firstChanged = log.size();
        }
        List<Hash> nodes = file.add(keptLeaf);
        for (Hash node : nodes.subList(1, nodes.size())) {
            if (!node.equals(next()) && firstDamaged == 0) {
                firstDamaged = log.size();
            }
        }
    }

    private Hash next() throws IOException {
        Hash next = kept.next();
        ended = ended || next == null;
        return next;
    }

    long size() {
        return log.size();
    }

    Hash root() {
        return log.root();
    }

    /** Of the tree whose leaves are the kept ones. */
    Hash rootKept() {
        return file.root();
    }

    /** The first event that does not give the hash kept of it; 0 where all do. */
    long firstChanged() {
        return firstChanged;
    }

    /** The event whose subtrees' hashes are the first that do not fit; 0 where all do. */
    long firstDamaged() {
        return firstDamaged;
    }

    /** Whether the kept hashes are too few. */
    boolean ended() {
        return ended;
    }

    long keptLeaves() {
        return file.size();
    }
}
