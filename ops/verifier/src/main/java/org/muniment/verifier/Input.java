package org.muniment.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.Policy;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.StoredEvent;

/** Files given to the verifier, none larger than any of its kind can be. */
final class Input {
    static final int MOST_BYTES = 32 * 1024 * 1024;

    private Input() {}

    static byte[] bytes(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new BadEvidence(
                        "%s has more than %s bytes, which nothing of ours has"
                                .formatted(file, MOST_BYTES));
            }
            return bytes;
        }
    }

    static String text(Path file) throws IOException {
        byte[] bytes = bytes(file);
        return BundleCheck.about(file.toString(), () -> StoredEvent.text(bytes));
    }

    static Policy policy(Path file) throws IOException {
        String text = text(file);
        return BundleCheck.about(file.toString(), () -> Policy.parse(text));
    }

    static SignedNote note(Path file) throws IOException {
        String text = text(file);
        return BundleCheck.about(file.toString(), () -> SignedNote.parse(text));
    }
}
