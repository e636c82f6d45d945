package org.muniment.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.verifier.Faults.Kind;

/** What is kept beside the log. */
final class LedgerFiles {
    private static final int KEY_LINES = 3;

    private final Path directory;
    private final Faults faults;

    LedgerFiles(Path data, Faults faults) {
        this.directory = data.resolve("ledger");
        this.faults = faults;
    }

    /** The public key; the secret beside it is not looked at. */
    Optional<NoteKey> key() throws IOException {
        Path file = directory.resolve("key");
        try {
            if (!Files.exists(file)) {
                throw new BadEvidence("it is missing");
            }
            List<String> lines = Input.text(file).lines().toList();
            Json.require(lines.size() == KEY_LINES, "it is damaged");
            return Optional.of(NoteKey.parse(lines.get(1)));
        } catch (BadEvidence unusable) {
            faults.add(Kind.KEY, "the ledger's key: " + unusable.getMessage());
            return Optional.empty();
        }
    }

    Path checkpoint() {
        return directory.resolve("checkpoint");
    }

    Path hashes() {
        return directory.resolve("hashes");
    }

    /** A checkpoint's note, not believed yet; absent where it is missing or no note. */
    Optional<SignedNote> note(Path file, Kind kind) throws IOException {
        try {
            return Files.exists(file) ? Optional.of(Input.note(file)) : Optional.empty();
        } catch (BadEvidence damaged) {
            faults.add(kind, damaged.getMessage());
            return Optional.empty();
        }
    }
}
