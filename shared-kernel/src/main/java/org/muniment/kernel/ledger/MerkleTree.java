package org.muniment.kernel.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Roots and proofs of the tree of the first {@code size} leaves (RFC 6962, section 2.1), from the
 * hashes stored of it. Each costs a number of reads that grows with the logarithm of the size.
 */
public final class MerkleTree {
    private final long size;
    private final StoredHashes.Reader stored;

    public MerkleTree(long size, StoredHashes.Reader stored) {
        if (size < 0) {
            throw new IllegalArgumentException("a tree has no fewer than 0 leaves");
        }
        this.size = size;
        this.stored = stored;
    }

    public Hash root() {
        return size == 0 ? Hash.ofNothing() : subtree(0, size);
    }

    /** That leaf number {@code leaf} (from 0) is in the tree: its siblings, from the leaf up. */
    public List<Hash> inclusion(long leaf) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("the tree has no leaf " + leaf);
        }
        List<Hash> proof = new ArrayList<>();
        inclusion(0, size, leaf, proof);
        return proof;
    }

    private void inclusion(long from, long to, long leaf, List<Hash> proof) {
        if (from + 1 == to) {
            return;
        }
        long middle = from + largestPowerBelow(to - from);
        if (leaf < middle) {
            inclusion(from, middle, leaf, proof);
            proof.add(subtree(middle, to));
        } else {
            inclusion(middle, to, leaf, proof);
            proof.add(subtree(from, middle));
        }
    }

    /** That the tree of the first {@code earlier} leaves is the beginning of this one. */
    public List<Hash> consistency(long earlier) {
        if (earlier < 1 || earlier > size) {
            throw new IllegalArgumentException("the tree never had the size " + earlier);
        }
        List<Hash> proof = new ArrayList<>();
        consistency(0, size, earlier, proof);
        return proof;
    }

    private void consistency(long from, long to, long earlier, List<Hash> proof) {
        if (earlier == to) {
            if (from > 0) {
                proof.add(subtree(from, to));
            }
            return;
        }
        long middle = from + largestPowerBelow(to - from);
        if (earlier <= middle) {
            consistency(from, middle, earlier, proof);
            proof.add(subtree(middle, to));
        } else {
            consistency(middle, to, earlier, proof);
            proof.add(subtree(from, middle));
        }
    }

    /** The root over the leaves from {@code from} up to {@code to}, where a subtree begins. */
    private Hash subtree(long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return stored.at(StoredHashes.place(level, from >> level));
        }
        long middle = from + largestPowerBelow(leaves);
        return Hash.ofNode(subtree(from, middle), subtree(middle, to));
    }

    /** The largest power of two below {@code count}, which is 2 or more. */
    private static long largestPowerBelow(long count) {
        return Long.highestOneBit(count - 1);
    }
}
