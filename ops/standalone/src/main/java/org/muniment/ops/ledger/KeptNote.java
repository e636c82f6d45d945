package org.muniment.ops.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SignedNote;

/** A file with the last checkpoint: always a whole one, whatever happens while it is written. */
final class KeptNote {
    private final Path file;

    KeptNote(Path file) {
        this.file = file;
    }

    /**
     * @throws LedgerFault where there is something that the key has not signed
     */
    Optional<SignedNote> read(NoteKey key) {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            SignedNote note = SignedNote.parse(Files.readString(file, StandardCharsets.UTF_8));
            note.verify(List.of(key));
            Checkpoint.parse(note.text());
            return Optional.of(note);
        } catch (BadEvidence forged) {
            throw new LedgerFault("the checkpoint in " + file + ": " + forged.getMessage());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void write(SignedNote note) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileChannel channel =
                    FileChannel.open(
                            fresh,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(note.toString().getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
