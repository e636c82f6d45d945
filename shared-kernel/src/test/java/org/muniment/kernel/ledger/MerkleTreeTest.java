package org.muniment.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerkleTreeTest {
    private static final int MOST = 512;
    private static final List<Hash> LEAVES = Trees.leaves(MOST);
    private static final List<Hash> STORED = Trees.stored(LEAVES);

    /** The leaves of the reference implementation's tests. */
    private static final List<String> REFERENCE =
            List.of(
                    "",
                    "00",
                    "10",
                    "2021",
                    "3031",
                    "40414243",
                    "5051525354555657",
                    "606162636465666768696a6b6c6d6e6f");

    @Test
    void hashesAreThoseOfThePublishedVectors() {
        assertThat(Hash.ofNothing())
                .hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Hash.ofLeaf(new byte[0]))
                .hasToString("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(Hash.ofLeaf("L123456".getBytes(StandardCharsets.US_ASCII)))
                .hasToString("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void rootsAreThoseOfThePublishedVectors(int size, String root) {
        List<Hash> leaves =
                REFERENCE.stream().map(hex -> Hash.ofLeaf(HexFormat.of().parseHex(hex))).toList();

        assertThat(Trees.tree(Trees.stored(leaves), size).root()).hasToString(root);
    }

    @Test
    void everyRootIsTheOneDefined() {
        for (int size = 0; size <= MOST; size++) {
            assertThat(Trees.tree(STORED, size).root())
                    .isEqualTo(Trees.defined(LEAVES.subList(0, size)));
        }
    }

    @Test
    void theHashesOfATreeAreTheBeginningOfThoseOfEveryLaterOne() {
        for (int size = 0; size <= MOST; size++) {
            assertThat(Trees.stored(LEAVES.subList(0, size)))
                    .hasSize((int) StoredHashes.count(size));
        }
        assertThat(STORED.subList(0, (int) StoredHashes.count(300)))
                .isEqualTo(Trees.stored(LEAVES.subList(0, 300)));
    }

    @Test
    void everyLeafOfEverySizeIsProvedAndNoOther() {
        for (int size = 1; size <= MOST; size++) {
            Hash root = Trees.tree(STORED, size).root();
            for (int leaf = 0; leaf < size; leaf++) {
                List<Hash> proof = Trees.tree(STORED, size).inclusion(leaf);
                assertThat(Proofs.includes(root, size, leaf, LEAVES.get(leaf), proof)).isTrue();
                assertThat(Proofs.includes(root, size, leaf, LEAVES.get(leaf ^ 1), proof))
                        .isFalse();
            }
        }
    }

    @Test
    void everySizeIsProvedToBeTheBeginningOfEveryLaterOne() {
        for (int later = 1; later <= MOST; later++) {
            MerkleTree tree = Trees.tree(STORED, later);
            Hash root = tree.root();
            for (int earlier = 1; earlier <= later; earlier++) {
                Hash before = Trees.tree(STORED, earlier).root();
                List<Hash> proof = tree.consistency(earlier);
                assertThat(Proofs.consistent(earlier, before, later, root, proof)).isTrue();
                assertThat(Proofs.consistent(earlier, root, later, before, proof))
                        .isEqualTo(earlier == later);
            }
        }
    }

    @Test
    void aProofChangedInAnyPlaceProvesNothing() {
        for (int size : List.of(1, 2, 3, 5, 8, 13, 64, 65, 127, 200)) {
            MerkleTree tree = Trees.tree(STORED, size);
            for (int leaf = 0; leaf < size; leaf++) {
                int index = leaf;
                Hash hash = LEAVES.get(leaf);
                mutations(tree.inclusion(leaf))
                        .forEach(
                                proof ->
                                        assertThat(
                                                        Proofs.includes(
                                                                tree.root(),
                                                                size,
                                                                index,
                                                                hash,
                                                                proof))
                                                .isFalse());
                List<Hash> proof = tree.inclusion(leaf);
                assertThat(Proofs.includes(tree.root(), size, leaf + 1L, hash, proof)).isFalse();
                assertThat(Proofs.includes(tree.root(), size, leaf - 1L, hash, proof)).isFalse();
            }
            for (int earlier = 1; earlier < size; earlier++) {
                int before = earlier;
                Hash root = Trees.tree(STORED, earlier).root();
                mutations(tree.consistency(earlier))
                        .forEach(
                                proof ->
                                        assertThat(
                                                        Proofs.consistent(
                                                                before,
                                                                root,
                                                                size,
                                                                tree.root(),
                                                                proof))
                                                .isFalse());
            }
        }
    }

    @Test
    void whatNoTreeEverHadIsNotProved() {
        MerkleTree tree = Trees.tree(STORED, 5);

        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(5));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(0));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(6));
        assertThat(Proofs.consistent(0, Hash.ofNothing(), 5, tree.root(), List.of())).isFalse();
    }

    /** Every way to change one hash's bit, to leave one out, to add one, to swap two. */
    private static List<List<Hash>> mutations(List<Hash> proof) {
        List<List<Hash>> all = new ArrayList<>();
        for (int i = 0; i < proof.size(); i++) {
            byte[] bytes = proof.get(i).bytes();
            bytes[i % Hash.LENGTH] ^= 1;
            all.add(with(proof, i, Hash.of(bytes)));
            List<Hash> shorter = new ArrayList<>(proof);
            shorter.remove(i);
            all.add(shorter);
            if (i > 0) {
                List<Hash> swapped = new ArrayList<>(proof);
                Collections.swap(swapped, i - 1, i);
                all.add(swapped);
            }
        }
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(Hash.ofNothing());
        all.add(longer);
        return all;
    }

    private static List<Hash> with(List<Hash> proof, int place, Hash hash) {
        List<Hash> changed = new ArrayList<>(proof);
        changed.set(place, hash);
        return changed;
    }
}
