package org.muniment.ops.ledger;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.ops.files.DurableFile;
import org.muniment.ops.safe.Safe;

/** Where the last checkpoint is kept. */
abstract class KeptNote {
    /** A file that others may read. */
    static KeptNote in(Path file) {
        return new KeptNote() {
            @Override
            Optional<String> text() {
                return DurableFile.read(file);
            }

            @Override
            void write(SignedNote note) {
                DurableFile.write(file, note.toString());
            }

            @Override
            public String toString() {
                return file.toString();
            }
        };
    }

    /** Beside the keys. Of two processes that would replace the same note one does. */
    static KeptNote in(Safe safe, String name) {
        return new KeptNote() {
            private volatile byte[] known;

            @Override
            Optional<String> text() {
                known = safe.read(name).orElse(null);
                return Optional.ofNullable(known)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
            }

            @Override
            void write(SignedNote note) {
                byte[] bytes = note.toString().getBytes(StandardCharsets.UTF_8);
                if (!safe.replace(name, known, bytes)) {
                    throw new Overtaken();
                }
                known = bytes;
            }

            @Override
            public String toString() {
                return name + " in " + safe.place();
            }
        };
    }

    abstract Optional<String> text();

    abstract void write(SignedNote note);

    /**
     * @throws LedgerFault where there is something that none of the keys has signed
     */
    Optional<SignedNote> read(List<NoteKey> keys) {
        try {
            Optional<SignedNote> note = text().map(SignedNote::parse);
            note.ifPresent(
                    it -> {
                        it.verify(keys);
                        Checkpoint.parse(it.text());
                    });
            return note;
        } catch (BadEvidence forged) {
            throw new LedgerFault("the checkpoint in " + this + ": " + forged.getMessage());
        }
    }
}
