package org.muniment.ops.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.muniment.ops.safe.Safe;
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
    private final KeptNote keptCosigned;
    private volatile long size;
    private volatile Sealed last;
    private volatile Sealed cosigned;

    /** A checkpoint and the note that carries it. */
    record Sealed(Checkpoint checkpoint, SignedNote note) {
        static Sealed of(SignedNote note) {
            return new Sealed(Checkpoint.parse(note.text()), note);
        }
    }

    private Ledger(LedgerKeys keys, Path hashes, Safe safe) {
        this.keys = keys;
        this.hashes = new HashFile(hashes);
        this.kept = KeptNote.in(safe, "checkpoint");
        this.keptCosigned = KeptNote.in(safe, "cosigned");
    }

    /**
     * Hashes behind the last checkpoint, or that do not give its root, are made anew from the log.
     *
     * @param hashes a file of this process alone
     * @param isWatched whether there are witnesses; otherwise what they cosigned once is left alone
     * @throws LedgerFault where a checkpoint kept is not signed by a key of the log
     */
    static Ledger open(Path hashes, Safe safe, LedgerKeys keys, boolean isWatched) {
        Ledger ledger = new Ledger(keys, hashes, safe);
        ledger.last = ledger.kept.read(keys.all()).map(Sealed::of).orElse(null);
        if (isWatched) {
            ledger.cosigned = ledger.keptCosigned.read(keys.all()).map(Sealed::of).orElse(null);
        }
        ledger.size = ledger.last().map(it -> ledger.usable(it.checkpoint)).orElse(0L);
        ledger.hashes.cutTo(StoredHashes.count(ledger.size));
        return ledger;
    }

    /** Signs the first checkpoint of a log that has no events yet. */
    void begin() {
        if (last == null) {
            sign();
        }
    }

    /**
     * Takes over what another process has sealed, as far as the tree here reaches.
     *
     * @throws LedgerFault where that is not the beginning of the log here
     */
    void adopt() {
        keys.refresh();
        Optional<Sealed> newer = newerThan(last, kept);
        if (newer.isPresent()) {
            requireBeginning(newer.get().checkpoint, "what another process sealed");
            last = newer.get();
        }
        newerThan(cosigned, keptCosigned).ifPresent(it -> cosigned = it);
    }

    private Optional<Sealed> newerThan(Sealed known, KeptNote place) {
        return place.read(keys.all())
                .map(Sealed::of)
                .filter(it -> known == null || !it.note.equals(known.note))
                .filter(it -> it.checkpoint.size() <= size);
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
        StoredHashes.Reader growing =
                place -> place < first ? hashes.at(place) : added.get((int) (place - first));
        long grown = size;
        for (StoredEvent event : events) {
            if (event.position() != grown + 1) {
                throw new LedgerFault("event %s of the log is missing".formatted(grown + 1));
            }
            added.addAll(StoredHashes.added(grown, leaf(event), growing));
            grown++;
            if (event.type().equals(KEY_ROTATED)) {
                keys.said(EventJson.read(event.payload(), LedgerKeyRotated.class));
            }
        }
        hashes.write(first, added);
        size = grown;
        requireSealedBeginning();
    }

    private void requireSealedBeginning() {
        requireBeginning(last, "the last checkpoint");
        requireBeginning(cosigned, "the checkpoint that was cosigned");
    }

    private void requireBeginning(Sealed sealed, String source) {
        if (sealed != null && size >= sealed.checkpoint.size()) {
            requireBeginning(sealed.checkpoint, source);
        }
    }

    /**
     * That what the tree keeps of an event, and of the subtrees it completed, follows from it.
     *
     * @throws LedgerFault where it does not
     */
    void requireUnchanged(StoredEvent event) {
        long place = StoredHashes.place(0, event.position() - 1);
        for (Hash hash : StoredHashes.added(event.position() - 1, leaf(event), hashes)) {
            if (!hash.equals(hashes.at(place))) {
                throw new LedgerFault("event %s was changed".formatted(event.position()));
            }
            place++;
        }
    }

    /**
     * That the tree begins with the one of a checkpoint.
     *
     * @throws LedgerFault where it is shorter, or another
     */
    void requireBeginning(Checkpoint checkpoint, String source) {
        if (checkpoint.size() > size) {
            throw new LedgerFault(
                    "it holds %s events, but %s speaks of %s"
                            .formatted(size, source, checkpoint.size()));
        }
        if (!rootOf(checkpoint.size()).equals(checkpoint.root())) {
            throw new LedgerFault(
                    "the first %s events of the log are not those of %s"
                            .formatted(checkpoint.size(), source));
        }
    }

    /** Signs the tree as it stands, once everything in it is on disk. */
    void seal() {
        if (size > sealedSize() || keys.isChanging()) {
            sign();
        }
    }

    private void sign() {
        hashes.force();
        Checkpoint checkpoint = new Checkpoint(origin(), size, rootOf(size));
        SignedNote note = keys.sign(checkpoint.text());
        kept.write(note);
        keys.changed();
        last = new Sealed(checkpoint, note);
    }

    /** Enough witnesses have cosigned this checkpoint of the log. */
    void cosigned(SignedNote note) {
        keptCosigned.write(note);
        cosigned = Sealed.of(note);
    }

    /**
     * What to prove the first {@code position} events under: a cosigned checkpoint where there is
     * one that speaks of them, or else the last; empty where they are not sealed.
     */
    Optional<Sealed> covering(long position) {
        return Stream.of(Optional.ofNullable(cosigned), last())
                .flatMap(Optional::stream)
                .filter(it -> it.checkpoint.size() >= position && it.checkpoint.size() <= size)
                .findFirst();
    }

    long cosignedSize() {
        Sealed now = cosigned;
        return now == null ? 0 : now.checkpoint.size();
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
