package org.muniment.witness;

import java.time.Instant;
import java.util.List;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.Hash;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SignedNote;

/**
 * The checkpoint of a log that this witness cosigned last.
 *
 * @param note with the log's signatures, and the cosignature as the last of them
 * @param at when it was cosigned, in whole seconds
 */
record Cosigned(SignedNote note, Checkpoint checkpoint, Instant at) {
    /** Before the first: the empty tree, which every log grew from and nobody signed. */
    static Cosigned nothing(String origin) {
        Checkpoint empty = new Checkpoint(origin, 0, Hash.ofNothing());
        return new Cosigned(new SignedNote(empty.text(), List.of()), empty, Instant.EPOCH);
    }

    /**
     * @throws org.muniment.kernel.ledger.BadEvidence where this witness has not cosigned it
     */
    static Cosigned of(SignedNote note, NoteKey witness) {
        Instant at = note.verify(List.of(witness)).get(0).at();
        return new Cosigned(note, Checkpoint.parse(note.text()), at);
    }

    boolean isNothing() {
        return note.signatures().isEmpty();
    }

    /** The line that the log is given. */
    String cosignature() {
        List<String> signatures = note.signatures();
        return signatures.get(signatures.size() - 1);
    }
}
