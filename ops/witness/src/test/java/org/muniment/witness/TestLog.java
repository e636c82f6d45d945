package org.muniment.witness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.muniment.kernel.ledger.AddCheckpoint;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.Hash;
import org.muniment.kernel.ledger.MerkleTree;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.SigningKey;
import org.muniment.kernel.ledger.StoredHashes;

/** A log to be watched, honest by itself; two with one key are a log with two histories. */
final class TestLog {
    static final String ORIGIN = "councils.example/log";
    static final int LEAVES = 300;

    private final SigningKey key;
    private final List<Hash> stored = new ArrayList<>();

    private TestLog(SigningKey key, int common, String branch) {
        this.key = key;
        for (int i = 0; i < LEAVES; i++) {
            String event = (i < common ? "event " : branch) + i;
            Hash leaf = Hash.ofLeaf(event.getBytes(StandardCharsets.UTF_8));
            stored.addAll(StoredHashes.added(i, leaf, place -> stored.get((int) place)));
        }
    }

    static TestLog of(String origin) {
        return new TestLog(SigningKey.create(origin, NoteKey.Use.LOG), LEAVES, "");
    }

    /** The same log with another history from its event number {@code common} on. */
    TestLog fork(int common, String branch) {
        return new TestLog(key, common, branch);
    }

    /** The same history under a new key. */
    TestLog withNewKey() {
        return of(key.key().name());
    }

    NoteKey key() {
        return key.key();
    }

    SigningKey secret() {
        return key;
    }

    Hash root(int size) {
        return tree(size).root();
    }

    SignedNote checkpoint(int size) {
        return SignedNote.sign(new Checkpoint(key().name(), size, root(size)).text(), key);
    }

    List<Hash> proof(int from, int to) {
        return from == 0 ? List.of() : tree(to).consistency(from);
    }

    AddCheckpoint growth(int from, int to) {
        return new AddCheckpoint(from, proof(from, to), checkpoint(to));
    }

    private MerkleTree tree(int size) {
        return new MerkleTree(size, place -> stored.get((int) place));
    }
}
