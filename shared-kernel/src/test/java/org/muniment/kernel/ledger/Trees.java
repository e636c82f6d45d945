package org.muniment.kernel.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Trees to try things on, and RFC 6962's definition of their root, word for word. */
final class Trees {
    private Trees() {}

    static List<Hash> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Hash.ofLeaf(("event " + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** The hashes kept of a tree, leaf after leaf. */
    static List<Hash> stored(List<Hash> leaves) {
        List<Hash> stored = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            stored.addAll(StoredHashes.added(i, leaves.get(i), place -> stored.get((int) place)));
        }
        return stored;
    }

    static MerkleTree tree(List<Hash> stored, int size) {
        return new MerkleTree(size, place -> stored.get((int) place));
    }

    static Hash defined(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.ofNothing();
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int middle = 1;
        while (2 * middle < leaves.size()) {
            middle *= 2;
        }
        return Hash.ofNode(
                defined(leaves.subList(0, middle)), defined(leaves.subList(middle, leaves.size())));
    }
}
