package org.muniment.kernel.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the hashes of a growing tree are kept: in one row, each complete subtree's right after its
 * right half's, so that a leaf only ever appends. A tree of n leaves has fewer than 2n of them.
 */
public final class StoredHashes {
    private StoredHashes() {}

    /** A hash by its place in the row. */
    @FunctionalInterface
    public interface Reader {
        Hash at(long place);
    }

    /** The place of the {@code number}th subtree of 2^{@code level} leaves; both count from 0. */
    public static long place(int level, long number) {
        long leaf = number;
        for (int i = 0; i < level; i++) {
            leaf = 2 * leaf + 1;
        }
        long place = 0;
        for (long left = leaf; left > 0; left >>= 1) {
            place += left;
        }
        return place + level;
    }

    /** How many hashes are kept of a tree of {@code leaves}. */
    public static long count(long leaves) {
        if (leaves == 0) {
            return 0;
        }
        return place(0, leaves - 1) + 1 + Long.numberOfTrailingZeros(leaves);
    }

    /** What leaf number {@code leaf} adds to the row: itself, and each subtree it completes. */
    public static List<Hash> added(long leaf, Hash hash, Reader stored) {
        List<Hash> added = new ArrayList<>();
        added.add(hash);
        Hash complete = hash;
        long number = leaf;
        for (int level = 0; (number & 1) == 1; level++) {
            complete = Hash.ofNode(stored.at(place(level, number - 1)), complete);
            added.add(complete);
            number >>= 1;
        }
        return added;
    }
}
