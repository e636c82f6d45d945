package org.muniment.kernel.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The root of a tree that grows leaf by leaf, without keeping the tree: only the complete subtrees
 * that no larger one covers yet, of which there are as many as the size has bits.
 */
public final class Frontier {
    /** By level; what the size has no bit for is left over from before. */
    private final Hash[] complete = new Hash[Long.SIZE];

    private long size;

    /**
     * Adds a leaf.
     *
     * @return the leaf, and each subtree it completes: what {@link StoredHashes} keeps of it
     */
    public List<Hash> add(Hash leaf) {
        List<Hash> added = new ArrayList<>(2);
        added.add(leaf);
        Hash hash = leaf;
        int level = 0;
        while ((size >> level & 1) == 1) {
            hash = Hash.ofNode(complete[level], hash);
            added.add(hash);
            level++;
        }
        complete[level] = hash;
        size++;
        return added;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        Hash root = null;
        for (int level = 0; level < Long.SIZE; level++) {
            if ((size >> level & 1) == 1) {
                root = root == null ? complete[level] : Hash.ofNode(complete[level], root);
            }
        }
        return root == null ? Hash.ofNothing() : root;
    }
}
