package org.muniment.ops.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.Hash;
import org.muniment.kernel.ledger.LeafEntry;
import org.muniment.kernel.ledger.MerkleTree;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.StoredEvent;
import org.muniment.kernel.ledger.StoredHashes;
import org.muniment.kernel.ledger.TlogProof;
import org.muniment.kernel.ledgerkey.LedgerKeyEvent.LedgerKeyRotated;
import org.muniment.kernel.log.EventForms;
import org.muniment.query.journal.EventJson;

/**
 * The Merkle tree over the log, and the last checkpoint signed over it. One writer; readers see the
 * tree of the last checkpoint. It signs one root for each size, and only of a tree that begins with
 * the one it signed before.
 */
final class Ledger implements AutoCloseable {
    private static final String KEY_ROTATED =
            EventForms.of(LedgerKeyRotated.class).orElseThrow().name();

    private final LedgerKeys keys;
    private final HashFile hashes;
    private final KeptNote kept;
    private long size;
    private volatile Sealed last;

    /** A checkpoint and the note that carries it. */
    record Sealed(Checkpoint checkpoint, SignedNote note) {
        static Sealed of(SignedNote note) {
            return new Sealed(Checkpoint.parse(note.text()), note);
        }
    }

    private Ledger(LedgerKeys keys, HashFile hashes, KeptNote kept, Sealed last) {
        this.keys = keys;
        this.hashes = hashes;
        this.kept = kept;
        this.last = last;
    }

    /**
     * Hashes behind the last checkpoint, or that do not give its root, are made anew from the log.
     *
     * @throws LedgerFault where the checkpoint kept is not signed by a key of the log
     */
    static Ledger open(Path directory, LedgerKeys keys) {
        KeptNote kept = new KeptNote(directory.resolve("checkpoint"));
        Optional<Sealed> last = kept.read(keys.all()).map(Sealed::of);
        HashFile hashes = new HashFile(directory.resolve("hashes"));
        Ledger ledger = new Ledger(keys, hashes, kept, last.orElse(null));
        ledger.size = last.map(it -> ledger.usable(it.checkpoint)).orElse(0L);
        hashes.cutTo(StoredHashes.count(ledger.size));
        return ledger;
    }

    private long usable(Checkpoint checkpoint) {
        boolean all = hashes.count() >= StoredHashes.count(checkpoint.size());
        return all && rootOf(checkpoint.size()).equals(checkpoint.root()) ? checkpoint.size() : 0;
    }

    String origin() {
        return keys.current().name();
    }

    LedgerKeys keys() {
        return keys;
    }

    /** How many events are in the tree, sealed or not. */
    long size() {
        return size;
    }

    /** Absent until the first checkpoint. */
    Optional<Sealed> last() {
        return Optional.ofNullable(last);
    }

    long sealedSize() {
        Sealed now = last;
        return now == null ? 0 : now.checkpoint.size();
    }

    Hash leaf(StoredEvent event) {
        return new LeafEntry(origin(), event).hash();
    }

    /**
     * Adds the next events of the log.
     *
     * @throws LedgerFault where one is missing, or the tree is not the one sealed before
     */
    void extend(List<StoredEvent> events) {
        List<Hash> added = new ArrayList<>();
        long first = StoredHashes.count(size);
        for (StoredEvent event : events) {
            if (event.position() != size + 1) {
                throw new LedgerFault("event %s of the log is missing".formatted(size + 1));
            }
            added.addAll(
                    StoredHashes.added(
                            size,
                            leaf(event),
                            place ->
                                    place < first
                                            ? hashes.at(place)
                                            : added.get((int) (place - first))));
            size++;
            if (event.type().equals(KEY_ROTATED)) {
                keys.said(EventJson.read(event.payload(), LedgerKeyRotated.class));
            }
        }
        hashes.write(first, added);
        requireSealedBeginning();
    }

    private void requireSealedBeginning() {
        if (last != null && size >= last.checkpoint.size()) {
            requireRoot(last.checkpoint, "the last checkpoint");
        }
    }

    /** That the tree begins with the one of a checkpoint. */
    void requireRoot(Checkpoint checkpoint, String source) {
        if (!rootOf(checkpoint.size()).equals(checkpoint.root())) {
            throw new LedgerFault(
                    "the first %s events of the log are not those of %s"
                            .formatted(checkpoint.size(), source));
        }
    }

    /** Signs the tree as it stands, once everything in it is on disk. */
    void seal() {
        if (size <= sealedSize() && !keys.isChanging()) {
            return;
        }
        hashes.force();
        Checkpoint checkpoint = new Checkpoint(origin(), size, rootOf(size));
        SignedNote note = keys.sign(checkpoint.text());
        kept.write(note);
        keys.changed();
        last = new Sealed(checkpoint, note);
    }

    /** The leaf hash of the event at {@code position}, which must be in the tree. */
    Hash leafAt(long position) {
        return hashes.at(StoredHashes.place(0, position - 1));
    }

    TlogProof proof(long position, Sealed under) {
        MerkleTree tree = new MerkleTree(under.checkpoint.size(), hashes);
        return new TlogProof(position - 1, tree.inclusion(position - 1), under.note);
    }

    List<Hash> consistency(long from, long to) {
        return new MerkleTree(to, hashes).consistency(from);
    }

    Hash rootOf(long leaves) {
        return new MerkleTree(leaves, hashes).root();
    }

    @Override
    public void close() throws IOException {
        hashes.close();
    }
}
