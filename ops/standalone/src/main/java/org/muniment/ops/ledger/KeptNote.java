package org.muniment.ops.ledger;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.ops.files.DurableFile;

/** A file with the last checkpoint. */
final class KeptNote {
    private final Path file;

    KeptNote(Path file) {
        this.file = file;
    }

    /**
     * @throws LedgerFault where there is something that none of the keys has signed
     */
    Optional<SignedNote> read(List<NoteKey> keys) {
        try {
            Optional<SignedNote> note = DurableFile.read(file).map(SignedNote::parse);
            note.ifPresent(
                    it -> {
                        it.verify(keys);
                        Checkpoint.parse(it.text());
                    });
            return note;
        } catch (BadEvidence forged) {
            throw new LedgerFault("the checkpoint in " + file + ": " + forged.getMessage());
        }
    }

    void write(SignedNote note) {
        DurableFile.write(file, note.toString());
    }
}
