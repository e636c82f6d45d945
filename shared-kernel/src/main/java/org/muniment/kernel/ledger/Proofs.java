package org.muniment.kernel.ledger;

import java.util.List;

/**
 * Checks of proofs, which need the tree no more: RFC 9162, sections 2.1.3.2 and 2.1.4.2. Each says
 * no to anything that does not prove exactly what it is said to prove.
 */
public final class Proofs {
    private Proofs() {}

    /** Whether {@code leaf} is number {@code index} (from 0) of the tree of {@code size} leaves. */
    public static boolean includes(Hash root, long size, long index, Hash leaf, List<Hash> proof) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.ofNode(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.ofNode(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the tree of {@code earlier} leaves is the beginning of that of {@code later}. */
    public static boolean consistent(
            long earlier, Hash earlierRoot, long later, Hash laterRoot, List<Hash> proof) {
        if (earlier <= 0 || earlier > later) {
            return false;
        }
        if (earlier == later) {
            return proof.isEmpty() && earlierRoot.equals(laterRoot);
        }
        boolean whole = Long.bitCount(earlier) == 1;
        if (!whole && proof.isEmpty()) {
            return false;
        }
        long node = earlier - 1;
        long last = later - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        Hash first = whole ? earlierRoot : proof.get(0);
        Hash ofEarlier = first;
        Hash ofLater = first;
        for (Hash sibling : whole ? proof : proof.subList(1, proof.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                ofEarlier = Hash.ofNode(sibling, ofEarlier);
                ofLater = Hash.ofNode(sibling, ofLater);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                ofLater = Hash.ofNode(ofLater, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && ofEarlier.equals(earlierRoot) && ofLater.equals(laterRoot);
    }
}
