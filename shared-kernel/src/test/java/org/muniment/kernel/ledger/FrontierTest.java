package org.muniment.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FrontierTest {
    private static final int MOST = 512;
    private static final List<Hash> LEAVES = Trees.leaves(MOST);
    private static final List<Hash> STORED = Trees.stored(LEAVES);

    @Test
    void itsRootIsThatOfTheTreeAtEverySize() {
        Frontier frontier = new Frontier();
        for (int size = 0; size <= MOST; size++) {
            assertThat(frontier.size()).isEqualTo(size);
            assertThat(frontier.root()).isEqualTo(Trees.tree(STORED, size).root());
            if (size < MOST) {
                frontier.add(LEAVES.get(size));
            }
        }
    }

    @Test
    void whatEachLeafAddsIsWhatIsStored() {
        Frontier frontier = new Frontier();
        List<Hash> added = new ArrayList<>();
        LEAVES.forEach(leaf -> added.addAll(frontier.add(leaf)));

        assertThat(added).isEqualTo(STORED);
    }

    @Property
    void theRootIsTheOneDefinedWhateverTheLeaves(@ForAll @Size(max = 70) List<byte[]> entries) {
        List<Hash> leaves = entries.stream().map(Hash::ofLeaf).toList();
        Frontier frontier = new Frontier();
        leaves.forEach(frontier::add);

        assertThat(frontier.root()).isEqualTo(Trees.defined(leaves));
    }
}
