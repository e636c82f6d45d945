package org.muniment.ops.log;

import java.util.List;
import java.util.function.Consumer;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.Frontier;
import org.muniment.kernel.ledger.Hash;
import org.muniment.kernel.ledger.LeafEntry;
import org.muniment.kernel.ledger.StoredEvent;

/**
 * Moves a log between its file and a shared log, and proves by the ledger's root that both are the
 * same. What is there already must be a beginning of it: so a move that was cut short goes on where
 * it stood.
 */
final class MoveLog {
    private static final int PIECE = 256;

    private final Checkpoint checkpoint;
    private final Consumer<String> say;

    /** {@code checkpoint} is the last one signed over the log. */
    MoveLog(Checkpoint checkpoint, Consumer<String> say) {
        this.checkpoint = checkpoint;
        this.say = say;
    }

    /**
     * @throws BadEvidence where the shared log holds anything else, or does not give it back
     */
    void to(SharedLog shared, LogRows file) {
        long there = shared.last();
        if (there > 0) {
            say.accept("The shared log holds %d events already.".formatted(there));
            requireBeginning(shared, file, there);
        }
        List<StoredEvent> piece = file.rowsAfter(there, PIECE);
        while (!piece.isEmpty()) {
            shared.append(piece);
            there += piece.size();
            piece = file.rowsAfter(there, PIECE);
        }
        prove(shared, file);
    }

    private static void requireBeginning(SharedLog shared, LogRows file, long there) {
        for (long known = 0; known < there; known += PIECE) {
            int wanted = (int) Math.min(PIECE, there - known);
            List<StoredEvent> here = file.rowsAfter(known, wanted);
            if (here.size() < wanted || !shared.after(known, wanted).equals(here)) {
                throw new BadEvidence(
                        "what the shared log holds is not a beginning of this log; nothing was"
                                + " moved");
            }
        }
    }

    /**
     * That both hold the same, and what was sealed.
     *
     * @throws BadEvidence where they do not
     */
    void prove(SharedLog shared, LogRows file) {
        Hash here = root(file::rowsAfter, "the file");
        Hash there = root(shared::after, "the shared log");
        if (!here.equals(there)) {
            throw new BadEvidence("the file and the shared log are not the same");
        }
        say.accept("The root over all events is %s in both.".formatted(here));
    }

    @FunctionalInterface
    private interface Rows {
        List<StoredEvent> after(long position, int limit);
    }

    /** Of all events; on the way the first ones must give the root of the checkpoint. */
    private Hash root(Rows rows, String source) {
        Frontier tree = new Frontier();
        requireSealed(tree, source);
        List<StoredEvent> piece = rows.after(0, PIECE);
        while (!piece.isEmpty()) {
            for (StoredEvent event : piece) {
                if (event.position() != tree.size() + 1) {
                    throw new BadEvidence(
                            "event %d of %s is missing".formatted(tree.size() + 1, source));
                }
                tree.add(new LeafEntry(checkpoint.origin(), event).hash());
                requireSealed(tree, source);
            }
            piece = rows.after(tree.size(), PIECE);
        }
        if (tree.size() < checkpoint.size()) {
            throw new BadEvidence(
                    "%s holds %d events, but %d were sealed"
                            .formatted(source, tree.size(), checkpoint.size()));
        }
        say.accept("%d events were read in %s.".formatted(tree.size(), source));
        return tree.root();
    }

    private void requireSealed(Frontier tree, String source) {
        if (tree.size() == checkpoint.size() && !tree.root().equals(checkpoint.root())) {
            throw new BadEvidence(
                    "the first %d events of %s are not those of the checkpoint"
                            .formatted(checkpoint.size(), source));
        }
    }
}
