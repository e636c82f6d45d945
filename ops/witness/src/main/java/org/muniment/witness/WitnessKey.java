package org.muniment.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SigningKey;

/**
 * The secret key, and the memory that belongs to it. They are made together and neither is made
 * anew for the other: a key without its memory could cosign another history.
 */
final class WitnessKey {
    private static final String OWNER_ONLY = "rw-------";

    private WitnessKey() {}

    /**
     * @param name of a key that must be made first; otherwise the key's own name stands
     * @throws CannotStart where key or memory is missing without the other, or not what it should
     *     be
     */
    static SigningKey in(DataDirectory data, String name) throws IOException {
        if (Files.exists(data.key())) {
            requireMemory(data);
            return read(data.key());
        }
        return make(data, name);
    }

    private static void requireMemory(DataDirectory data) {
        if (!Files.isDirectory(data.state())) {
            throw new CannotStart(
                    data.state()
                            + " is missing: what was cosigned with this key is forgotten. Restore"
                            + " all of it, or begin again with a new key in an empty directory.");
        }
    }

    private static SigningKey read(Path file) throws IOException {
        try {
            SigningKey key = SigningKey.parse(Files.readString(file));
            if (key.key().use() == NoteKey.Use.WITNESS) {
                return key;
            }
        } catch (BadEvidence unusable) {
            throw new CannotStart(file + " " + unusable.getMessage());
        }
        throw new CannotStart(file + " is the key of a log, not of a witness");
    }

    /** The memory first: where a crash comes between, the next start finds no key and makes one. */
    private static SigningKey make(DataDirectory data, String name) throws IOException {
        if (!Files.isDirectory(data.state())) {
            DurableFile.makeDirectory(data.state());
        } else if (!isEmpty(data.state())) {
            throw new CannotStart(
                    data.key()
                            + " is missing, but not what was cosigned with it. Restore the key.");
        }
        SigningKey key = create(name);
        DurableFile.write(
                data.key(),
                key.secret(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        return key;
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }

    private static SigningKey create(String name) {
        if (name == null) {
            throw new CannotStart(
                    Settings.NAME
                            + " is wanted to make the key: an address of yours without its scheme,"
                            + " such as witness.example.org/muniment");
        }
        try {
            return SigningKey.create(name, NoteKey.Use.WITNESS);
        } catch (BadEvidence unusable) {
            throw new CannotStart(Settings.NAME + ": " + unusable.getMessage());
        }
    }
}
